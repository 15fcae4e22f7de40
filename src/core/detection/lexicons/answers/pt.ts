import type { AnswerLexicon } from "./answer-lexicon.ts";

export const portugueseAnswers: AnswerLexicon = {
  yes: `sim | sim por favor | siim | simm | s | claro | claro que sim | com certeza | quero | quero sim | gostaria | gostaria sim | pode | pode sim | pode ser |
    isso | isso mesmo | seria bom | seria ótimo | aceito | por que não | certeza | óbvio | faça isso | uhum | aham`,
  agree:
    "ok | okay | tá | ta | tá bom | está bem | está bom | beleza | blz | certo | por favor | pfv | pf | pff | perfeito | ótimo | tudo bem",
  no: "não | nao | n | nop | nã | naum | ñ",
  not: "não | nao | sem | nunca | nem | nenhum | nenhuma",
  decline: `não obrigado | não obrigada | não precisa | não é preciso | não é necessário | não preciso | agora não | ainda não | por enquanto não |
    deixa | deixa pra lá | deixe | deixa estar | mais tarde | depois | estou bem assim | tá bom assim | melhor não | não quero | prefiro não`,
  person: `pessoa | pessoas | uma pessoa | humano | humana | alguém | atendente | agente | operador | assistente humano | colega | equipe | equipa |
    pessoa real | pessoa de verdade | ser humano | o primeiro | a primeira | primeira opção | opção 1 | 1 | sem robô | sem bot | me transfere |
    me transfira | transferir | me passa | funcionário | gente | representante | especialista | eles`,
  bot: `você | voce | vc | contigo | consigo | com você | tu | bot | robô | robo | máquina | assistente | assistente virtual | chatbot | ia | continua | continue | continuar |
    continuamos | vamos continuar | prossiga | prosseguir | segue | siga | seguir | seguimos | em frente | o segundo | a segunda |
    segunda opção | opção 2 | 2 | por aqui mesmo`,
  glue: `eu | me | quero | queria | prefiro | preferia | preciso | posso | gostaria de | falar | conversar | com | uma | um | a | o | de | da | do | real |
    verdade | melhor | obrigado | obrigada | muito obrigado | agora | já | por | favor | que | oi | olá | então | aqui | vamos | está | bem |
    opção | direto | diretamente | é | isso | mesmo | bom | dia | sua | seu | nossa | vossa | só | outra | mais`,
  but: "mas | porque | pois | e | porém",
};
