import type { CourtesyLexicon } from "./courtesy-lexicon.ts";

export const portugueseCourtesies: CourtesyLexicon = {
  courtesy: `obrigado | obrigada | muito obrigado | muito obrigada | obg | obgd | brigado | brigada | vlw | valeu | grato |
    grata | agradeço | agradecido | agradecida | ok | okay | tá | tá bom | está bem | certo | perfeito | ótimo |
    excelente | maravilha | beleza | blz | entendi | entendido | tudo bem | combinado | tchau | adeus | até logo |
    até mais | bom dia para você | tenha um bom dia | boa noite | não obrigado | não obrigada | é só isso | só isso
    | era só isso | mais nada | igualmente | show`,
  glue: `por tudo | pela ajuda | pela sua ajuda | pela atenção | pelo atendimento | pela informação | mesmo | e | muito |
    de novo | mais uma vez | então | a você | pra você | também | então | um | bom | dia | tenha | fim de semana |
    ai | por | sua | ajuda | você`,
};
