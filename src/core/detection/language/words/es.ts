import type { LanguageWords } from "./language-words.ts";

export const spanishWords: LanguageWords = {
  frame: `el la los las un una unos unas lo al del de y e o u pero si no ni que qué quien quién cual cuál cuando cuándo
    como cómo donde dónde adonde porque por para con sin sobre entre hasta desde hacia según en a yo tú tu tus ti te me mi
    mis mí se su sus le les nos nosotros nuestra nuestro usted ustedes vosotros os él ella ellos ellas eso esa ese esos
    esas esto esta este estos estas aquí acá ahí allí allá es son soy eres somos era eran fue fui está están estoy
    estamos estás estaba estar ser hay había he has ha han hemos haber tengo tienes tiene tienen tenemos tenía tener
    quiero quieres quiere quieren queremos quisiera querría puedo puedes puede pueden podéis podemos podría podrían voy
    vas va van vamos ir hago hace hacen hacer haces hacéis debo debe dice dicen dijo dijeron sé sabe saber muy más menos
    mucho mucha muchos poco nada nadie algo alguien todo toda todos todas otro otra otros cada ya aún todavía también
    tampoco siempre nunca ahora hoy ayer mañana luego después antes entonces así solo sólo bien mal mejor mismo dos tres
    vez veces uno cuanto cuánto cuánta cuántos xq q pq porfa porfavor favor tb k tal`,
  subjects: `pedido pedidos pedir reembolso devolución devolver devuelvan paquete envío envíos enviar entrega entregado
    entregar factura pago pagado pagar cobro cobrado cobraron tarjeta cuenta contraseña clave usuario cancelar anular
    cambiar cambio dinero plata ayuda ayudar ayudas ayúdame necesito necesitamos llegar llegó llegado llega llegue tarda
    tardan esperando espero roto dañado producto artículo talla zapatos precio correo número dirección teléfono semana
    semanas día días mes hora horas abren abierto abiertos cierran tienda domingo domingos compra compré compró comprar
    mandar mandaron recibir recibí recibido pedí funciona funcionan problema pregunta entiendo entrar puede caja reserva
    vuelo habitación cita subir foto significa gustaría podrías hacerlo amiga amigo sirve próxima próximo manda mande app persona personas humano
    hablar hable pasar pase pásame atender atienda atención servicio empresa gente agente asesor contigo conmigo sido
    hecho tiempo años año vida casa mundo cosa cosas nuevo peor vergüenza mierda harto harta asco pésimo estúpido
    inútil abogado tribunal morir matar perder pérdida tomando entiendes vender venden ganas ves ven mira oye gusta
    bueno claro llamar llame llamada habla alguna ninguno ninguna ante seguir sigo sigue`,
  greetings: `hola buenas buenos gracias adiós saludos chao noches tardes`,
  endings: `ción cion ciones iendo ando mente aron ieron dad ible aba amos emos ito ita ados adas`,
};
