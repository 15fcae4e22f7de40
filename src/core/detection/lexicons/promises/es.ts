import type { PromiseLexicon } from "./promise-lexicon.ts";

export const spanishPromises: PromiseLexicon = {
  sets: {
    you: "te | le | lo | la | os | les",
    case: `caso | consulta | solicitud | pregunta | petición | mensaje | conversación | chat | problema | ticket | incidencia |
      reclamación | queja | información | datos | requerimiento`,
    people: `agente* | asesor* | compañer* | coleg* | operador* | persona | personas | humano | humana | alguien | equipo |
      departamento | soporte | especialista* | representante* | ejecutiv* | supervisor* | encargad* | experto* |
      atención al cliente | servicio al cliente | técnico de soporte | miembro del equipo | gestor* | responsable`,
    contact: `contactará | contactarán | contactara | contactaran | llamará | llamarán | atenderá | atenderán | ayudará |
      ayudarán | responderá | responderán | escribirá | asistirá | revisará | revisarán | comunicará | comunicarán |
      pondrá en contacto | pondrán en contacto | va a contactar | van a contactar | va a llamar | va a ayudar |
      va a atender | contactara con | dará seguimiento | hará cargo | encargará | unirá`,
    moved: `transferido | pasado | escalado | derivado | enviado | remitido | trasladado | reenviado | notificado | avisado |
      informado | asignado | elevado | compartido | transferida | escalada | derivada | enviada | remitida | trasladada |
      asignada | pasada`,
    moving: `transferir* | pasar* | conectar* | derivar* | escalar* | poner* en contacto | comunicar* | trasladar* | enviar* |
      redirigir* | remitir*`,
    movingNow: `transfiriendo* | transfiriéndo* | pasando* | conectando* | conectándo* | derivando* | derivándo* | escalando |
      comunicando* | comunicándo* | poniendo* en contacto | poniéndo* en contacto | trasladando | redirigiendo*`,
  },
  phrases: {
    promise: [
      "va directamente a nuestro|nuestra {people}",
      "{people} * {contact}",
      "{people} * se|te|le {contact}",
      "se|te|le {contact} un|una|nuestro|nuestra|alguien * {people}",
      "nos pondremos en contacto",
      "nos comunicaremos",
      "te|le contactaremos|llamaremos|responderemos",
      "he|hemos creado|abierto|generado|registrado un|una|tu|su * ticket|caso|incidencia",
      "he|hemos creado|abierto|generado|registrado un|una|tu|su ticket|caso|incidencia",
      "voy a crear|abrir|generar un|una ticket|caso|incidencia",
      "se ha creado|abierto|generado un|una|tu|su * ticket|caso|incidencia",
      "ticket|caso ha sido creado|abierto|escalado",
      "he|hemos escalado",
      "estoy escalando",
      "será|serás transferido|transferida|atendido|atendida|contactado|contactada",
      "está|estás siendo transferido|transferida",
    ],
    passing: [
      "voy a llamar|avisar",
      "llamo|aviso a",
      "{people} * unirá|uniran",
      "{you} transfiero|paso|conecto|comunico|derivo|pongo|redirijo|traslado|remito",
      "transfiero|paso|derivo|escalo|traslado|remito tu|su|esta|el|la|este {case}?",
      "voy|vamos a {moving}",
      "{you}? estoy|estamos {movingNow}",
      "{movingNow}",
      "he|hemos {moved}",
      "tu|su|esta|este|la|el {case} ha sido {moved}",
      "tu|su|esta|este|la|el {case} fue|está|será siendo? {moved}",
      "permíteme|permítame|déjame|déjeme {moving}",
      "{you} transferiré|pasaré|conectaré|comunicaré|derivaré|pondré",
      "transferiré|derivaré|escalaré|pasaré",
      "que|quien se|te|le? {contact}",
      "espera|espere * mientras",
    ],
    held: ["mientras {you} transfiero|paso|conecto|comunico|derivo|pongo"],
    team: ["{people}"],
    offer: [
      "si quieres|quiere|deseas|desea|prefieres|prefiere|gustas|gusta|necesitas|necesita|lo|te|le|el|la|no|el|tienes|tiene|hay|así",
      "quieres|quiere|deseas|desea|prefieres|prefiere|gustaría que",
      "te|le gustaría",
      "en caso de",
      "cuando me|nos|quieras|llames|llame",
      "antes de",
      "una vez que|me",
    ],
    denial: [
      "nadie",
      "ningún|ninguna|ninguno",
      "nunca",
      "no te|le|lo|la|se|he|voy|estoy|puedo|podemos|será|ha|nos|vamos",
    ],
    matter: [
      "repartidor*|mensajero*|transportista*|conductor*|vendedor*|banco|correos|hotel|casero|chofer|paquetería|proveedor*",
      "paquete|pedido|reembolso|dinero|importe|envío|pago|devolución|saldo|comentarios",
    ],
  },
  unless: ["agente* de viajes|inmobiliario*|aduanas", "página|centro de soporte|ayuda"],
};
