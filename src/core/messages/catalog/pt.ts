import type { Catalog } from "../catalog.ts";

export const portuguese: Catalog = {
  "handoff.confirmation":
    "Vou colocar você em contato com uma pessoa da nossa equipe. Ela pode ler a nossa conversa, então você não precisa repetir nada.",
  "handoff.no_agent": "Toda a equipe está ocupada agora. Você mantém o seu lugar e eu aviso aqui quando alguém entrar.",
  "handoff.exhausted":
    "Sinto muito, ninguém conseguiu assumir ainda. O seu pedido continua com a nossa equipe e nada se perde: vamos responder por aqui.",
  "human.joined": "{{ agent_name }} entrou na conversa.",
  "handoff.returned": "Você está falando novamente com o nosso assistente virtual. Posso ajudar em mais alguma coisa?",
};
