import type { AnswerLexicon } from "./answer-lexicon.ts";

export const italianAnswers: AnswerLexicon = {
  yes: `sì | si | sii | sì grazie | sì per favore | certo | certamente | certo che sì | assolutamente | assolutamente sì | volentieri | magari | mi piacerebbe |
    sarebbe meglio | sarebbe perfetto | sarebbe bello | naturalmente | ovvio | ovviamente | perché no | esatto | lo faccia | fallo`,
  agree:
    "ok | okay | va bene | d'accordo | bene | benissimo | perfetto | per favore | per piacere | perfavore | prego | grazie sì",
  no: "no | nope | noo | nah",
  not: "non | senza | mai | nessun | nessuna",
  decline: `no grazie | non serve | non c'è bisogno | non è necessario | non ce n'è bisogno | non ora | non adesso | ancora no | per ora no | per adesso no |
    lascia stare | lasci stare | lascia perdere | lasci perdere | più tardi | dopo | meglio di no | non importa | fa niente | sto bene così |
    va bene così | non voglio | preferisco di no`,
  person: `persona | persone | una persona | umano | umana | un umano | qualcuno | operatore | operatrice | agente | collega | team | vostro team | persona vera |
    persona reale | essere umano | il primo | la prima | prima opzione | opzione 1 | 1 | mi passi | passami | mi trasferisca | trasferiscimi |
    niente bot | no bot | consulente | assistenza | addetto | loro`,
  bot: `te | con te | lei | con lei | tu | voi | bot | robot | macchina | assistente | chatbot | ia | continua | continui | continuiamo | continuare | proseguire |
    prosegui | proseguiamo | prosegua | andiamo avanti | avanti | vai avanti | vada avanti | il secondo | la seconda | seconda opzione | opzione 2 | 2 |
    restare | resto qui | rimango qui | qui`,
  glue: `io | mi | voglio | vorrei | preferisco | preferirei | posso | ho | bisogno | parlare | parlo | con | una | un | la | il | di | del | vera | vero | reale |
    grazie | grazie mille | ora | adesso | subito | ciao | salve | buongiorno | allora | per | favore | meglio | opzione | a | che | è | e meglio | bene |
    direttamente | me | solo | lo | se possibile | altra | nessuna | così | mio | vostra | anche`,
  but: "ma | però | perché | e | siccome",
};
