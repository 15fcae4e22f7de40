import type { Catalog } from "../catalog.ts";

export const french: Catalog = {
  "handoff.confirmation":
    "Je vous mets en relation avec une personne de notre équipe. Elle peut lire notre conversation : vous n'aurez rien à répéter.",
  "handoff.no_agent":
    "Toute l'équipe est occupée pour le moment. Vous gardez votre place et je vous préviens ici dès que quelqu'un vous rejoint.",
  "handoff.exhausted":
    "Je suis désolé, personne n'a encore pu prendre le relais. Votre demande reste auprès de notre équipe et rien n'est perdu : nous vous répondrons ici.",
  "human.joined": "{{ agent_name }} a rejoint la conversation.",
  "handoff.returned": "Vous parlez de nouveau avec notre assistant virtuel. Puis-je vous aider pour autre chose ?",
};
