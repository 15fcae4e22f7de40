import type { CourtesyLexicon } from "./courtesy-lexicon.ts";

export const spanishCourtesies: CourtesyLexicon = {
  courtesy: `gracias | muchas gracias | mil gracias | muchísimas gracias | grax | gracia | ok | okay | vale | perfecto |
    genial | excelente | estupendo | muy bien | bien | de acuerdo | entendido | listo | adiós | adios | hasta luego
    | hasta pronto | chao | chau | nos vemos | buen día | que tenga buen día | buenas noches | igualmente | muy
    amable | no gracias | eso es todo | nada más | bueno | dale | te lo agradezco | se lo agradezco | todo bien`,
  glue: `por todo | por la ayuda | por tu ayuda | por su ayuda | por su tiempo | por su atención | por la información |
    de nuevo | y | muy | todo | ya | entonces | a ti | a usted | a ustedes | pues | ah | saludos | un saludo | que |
    tenga | tengas | buen | día | fin de semana | buena | tarde | muchas | por | amable`,
};
