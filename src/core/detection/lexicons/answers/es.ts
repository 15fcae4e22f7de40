import type { AnswerLexicon } from "./answer-lexicon.ts";

export const spanishAnswers: AnswerLexicon = {
  yes: `sí | si | sip | sii | siii | claro | claro que sí | por supuesto | desde luego | sí por favor | me gustaría | eso me gustaría |
    me encantaría | quiero | sí quiero | sería genial | adelante con eso | hazlo | hágalo | cómo no | sale | obvio | seguro | así es`,
  agree:
    "ok | okay | vale | bueno | está bien | de acuerdo | por favor | porfa | porfavor | pf | perfecto | genial | dale",
  no: "no | nop | nah | noo | que no | para nada",
  not: "no | sin | nunca | tampoco",
  decline: `no gracias | no hace falta | no es necesario | no hay necesidad | ahora no | todavía no | aún no | por ahora no | de momento no |
    así está bien | estoy bien así | da igual | déjalo | déjelo | más tarde | luego | mejor no | no quiero | no lo necesito`,
  person: `persona | personas | una persona | humano | humana | alguien | agente | asesor | asesora | operador | operadora | representante |
    compañero | equipo | su equipo | tu equipo | persona real | ser humano | el primero | la primera | primera opción | opción 1 | 1 |
    sin bot | nada de bots | transfiéreme | pásame | páseme | comuníqueme | conéctame | empleado | ejecutivo | encargado | ellos`,
  bot: `contigo | con usted | tú | usted | bot | robot | máquina | asistente | chatbot | ia | sigue | siga | seguimos | sigamos | seguir |
    continúa | continúe | continuar | continuemos | continuamos | adelante | el segundo | la segunda | segunda opción | opción 2 | 2 |
    vos | seguir contigo | aquí mismo`,
  glue: `yo | me | quiero | quisiera | prefiero | preferiría | necesito | puedo | hablar | hablo | con | una | un | la | el | de | del | real |
    verdad | mejor | gracias | muchas gracias | ahora | ya | por | favor | que | a | lo | en | hola | pues | entonces | gustaría |
    te | le | pásame con | opción | directamente | así | está | bien | bueno | mi | su | tu | por ahora | hablando | es | eso | muy amable | solo | sólo | otra | ninguna | ningún`,
  but: "pero | porque | sino | y | aunque",
};
