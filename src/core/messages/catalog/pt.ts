import { type Catalog, known } from "../catalog.ts";

const team = known("team_name", " de {{ team_name }}");
const wait = known("expected_wait", " Isso costuma levar {{ expected_wait }}.");
const opening = known("next_opening", " Voltamos {{ next_opening }}.");
const contact = known("contact", " {{ contact }}");

export const portuguese: Catalog = {
  "handoff.offer": "Você quer falar com uma pessoa da nossa equipe ou prefere continuar comigo?",
  "handoff.offer.unreadable":
    "Não consigo ler mensagens de voz nem arquivos como este. Você quer que eu chame uma pessoa da nossa equipe ou prefere escrever para mim?",
  "handoff.confirmation": `Vou colocar você em contato com a nossa equipe${team}. Ela pode ler a nossa conversa, então você não precisa repetir nada.${wait}`,
  "handoff.confirmation.urgent": `Isto vai direto para a nossa equipe${team}, marcado como urgente. Ela pode ler a nossa conversa, então você não precisa repetir nada.${wait}`,
  "handoff.alerted": `A nossa equipe${team} já está ciente e pode ler esta conversa. Pode continuar escrevendo normalmente.`,
  "handoff.after_hours": `A nossa equipe não está disponível no momento.${opening} Já passei todas as informações: vamos responder por aqui.`,
  "handoff.holiday": `Hoje é feriado e a nossa equipe não está disponível.${opening} Já passei todas as informações: vamos responder por aqui.`,
  "handoff.no_agent": "Toda a equipe está ocupada agora. Você mantém o seu lugar e eu aviso aqui quando alguém entrar.",
  "handoff.queue_full":
    "Estamos recebendo muitos pedidos, então pode demorar mais do que o normal. O seu está registrado e nada se perde: vamos responder por aqui.",
  "handoff.exhausted":
    "Sinto muito, ninguém conseguiu assumir ainda. O seu pedido continua com a nossa equipe e nada se perde: vamos responder por aqui.",
  "handoff.failed": `Sinto muito, não consegui falar com a nossa equipe agora. Por favor, peça de novo daqui a pouco.${contact}`,
  "handoff.returned": "Você está falando novamente com o nosso assistente virtual. Posso ajudar em mais alguma coisa?",
  "queue.position": `${known("position", "Você é o número {{ position }} da fila", "Você continua na fila")}.${wait}`,
  "queue.next": "A próxima vez é sua. Alguém da nossa equipe vai entrar por aqui.",
  "queue.still_waiting": `Recebido: já acrescentei isso para a nossa equipe. Você continua na fila e mantém o seu lugar.${wait}`,
  "wait.later": "Combinado: não precisa de esperar aqui. A nossa equipa responde nesta conversa.",
  "wait.email": "Combinado: não precisa de esperar aqui. A nossa equipa responde por e-mail.",
  "wait.cancelled": "Tudo bem, não precisa de esperar mais. Se afinal precisar de nós, escreva aqui.",
  "callback.offer": `Quer que a gente ligue de volta, para você não precisar esperar?${known("slot", " Podemos ligar {{ slot }}.")}`,
  "callback.confirmed": `Anotado: vamos ligar para você${known("slot", " {{ slot }}")}.`,
  "human.joined": `${known("agent_name", "{{ agent_name }}", "Uma pessoa da nossa equipe")} entrou na conversa.`,
  "human.transferred": `${known("agent_name", "{{ agent_name }}", "A nossa equipe")} passou a sua conversa para ${known("new_agent_name", "{{ new_agent_name }}", "outra pessoa da equipe")}. Você não precisa repetir nada.`,
  "human.left": `${known("agent_name", "{{ agent_name }}", "A pessoa que estava a ajudar")} já não está disponível. Outra pessoa da equipa continua aqui e pode ler tudo, por isso não precisa de repetir nada.`,
  "human.hold": `Desculpe, está demorando mais do que deveria. A sua conversa continua com ${known("agent_name", "{{ agent_name }}", "a nossa equipe")} e a resposta vai chegar aqui.`,
  "case.reassigned_bulk": `${known("new_agent_name", "{{ new_agent_name }}", "Outra pessoa")} da nossa equipe cuida agora do seu pedido${known("agent_name", ", no lugar de {{ agent_name }}")}. Você não precisa repetir nada.`,
  "followup.checkin": `Olá${known("customer_name", ", {{ customer_name }}")}! Queremos saber se ficou tudo resolvido. Se não, é só responder por aqui.`,
  "csat.request": "Como foi o atendimento? Ficaremos felizes com a sua avaliação desta conversa.",
  "bot.introduction": `Você está falando com o assistente virtual${known("company_name", " da {{ company_name }}")} (uma IA). Você pode pedir para falar com uma pessoa a qualquer momento.`,
  "abuse.warning":
    "Quero ajudar você com isso. Por favor, vamos manter o respeito. Você também pode pedir para falar com uma pessoa a qualquer momento.",
  "abuse.limited": `Vou fazer uma pausa nesta conversa${known("until", " e volto a responder {{ until }}")}. Você ainda pode pedir para falar com uma pessoa da nossa equipe.`,
  "abuse.blocked": `Esta conversa está em pausa${known("until", " e continua {{ until }}")}. Enquanto isso, não haverá respostas por aqui.${contact}`,
  "incident.notice": "{{ incident_text }}",
};
