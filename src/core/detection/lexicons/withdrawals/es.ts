import type { WithdrawalLexicon } from "./withdrawal-lexicon.ts";

export const spanishWithdrawals: WithdrawalLexicon = {
  withdrawal: `olvídalo | olvidalo | olvídelo | olvidelo | olvídenlo | déjalo | dejalo | déjelo | dejelo | déjalo así | déjelo
    así | ya no hace falta | ya no es necesario | ya no lo necesito | ya no la necesito | ya no necesito ayuda | ya
    no necesito nada | ya no necesito a nadie | ya no necesito un agente | ya no necesito una persona | ya no
    importa | cancelar | cancela | cancele | cancélalo | cancélelo | cancelar solicitud | cancelar la solicitud |
    cancelen la solicitud | cambié de opinión | ya lo resolví | ya se resolvió | ya está resuelto | ya está
    solucionado | ya lo solucioné | ya se solucionó | lo resolví | lo solucioné | ya lo encontré | lo encontré |
    problema resuelto | ya funciona | no quiero esperar | ya no quiero esperar | ya no espero | no espero más | no
    hace falta`,
  glue: `gracias | muchas gracias | gracias de todos modos | gracias igual | por favor | ok | vale | bueno | no | sí | si
    | perdón | perdona | perdone | disculpe | disculpa | lo siento | ya | yo | mismo | yo mismo | yo misma | el
    problema | pero | y | adiós | hola | entonces | la verdad | mejor | todo bien | buen día | oh | ah`,
};
