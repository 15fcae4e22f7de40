import { type Catalog, known } from "../catalog.ts";

const team = known("team_name", " {{ team_name }}");
const wait = known("expected_wait", " Cela prend généralement {{ expected_wait }}.");
const opening = known("next_opening", " Nous serons de retour {{ next_opening }}.");
const contact = known("contact", " {{ contact }}");

export const french: Catalog = {
  "handoff.offer": "Souhaitez-vous parler à une personne de notre équipe ou continuer avec moi ?",
  "handoff.offer.unreadable":
    "Je ne peux pas lire les messages vocaux ni les fichiers comme celui-ci. Souhaitez-vous que je fasse venir une personne de notre équipe, ou pouvez-vous me l'écrire ?",
  "handoff.confirmation": `Je vous mets en relation avec notre équipe${team}. Elle peut lire notre conversation : vous n'aurez rien à répéter.${wait}`,
  "handoff.confirmation.urgent": `Votre demande part directement à notre équipe${team}, signalée comme urgente. Elle peut lire notre conversation : vous n'aurez rien à répéter.${wait}`,
  "handoff.alerted": `Notre équipe${team} est prévenue et peut lire cette conversation. Vous pouvez continuer à écrire ici.`,
  "handoff.after_hours": `Notre équipe n'est pas disponible pour le moment.${opening} J'ai tout transmis : nous vous répondrons ici.`,
  "handoff.holiday": `Notre équipe est absente aujourd'hui, jour férié.${opening} J'ai tout transmis : nous vous répondrons ici.`,
  "handoff.no_agent":
    "Toute l'équipe est occupée pour le moment. Vous gardez votre place et je vous préviens ici dès que quelqu'un vous rejoint.",
  "handoff.queue_full":
    "Nous recevons beaucoup de demandes en ce moment, cela peut donc prendre plus de temps que d'habitude. La vôtre est enregistrée et rien n'est perdu : nous vous répondrons ici.",
  "handoff.exhausted":
    "Toutes nos excuses, personne n'a encore pu prendre le relais. Votre demande reste auprès de notre équipe et rien n'est perdu : nous vous répondrons ici.",
  "handoff.failed": `Toutes nos excuses, je n'arrive pas à joindre notre équipe à l'instant. Merci de redemander dans un moment.${contact}`,
  "handoff.returned": "Vous parlez de nouveau avec notre assistant virtuel. Puis-je vous aider pour autre chose ?",
  "queue.position": `Vous êtes ${known("position", "en position {{ position }}", "toujours")} dans la file d'attente.${wait}`,
  "queue.next": "Vous êtes en tête de la file : quelqu'un de notre équipe vous rejoindra ici.",
  "queue.still_waiting": `Merci, je l'ai ajouté pour notre équipe. Vous êtes toujours dans la file et vous gardez votre place.${wait}`,
  "wait.later": "C'est noté : inutile d'attendre ici. Notre équipe vous répondra dans cette conversation.",
  "wait.email": "C'est noté : inutile d'attendre ici. Notre équipe vous répondra par e-mail.",
  "wait.cancelled":
    "Entendu, nous ne vous faisons pas attendre davantage. Si vous avez finalement besoin de nous, écrivez ici.",
  "callback.offer": `Souhaitez-vous que nous vous rappelions, pour vous éviter d'attendre ?${known("slot", " Ce serait possible {{ slot }}.")}`,
  "callback.confirmed": `C'est noté : nous vous rappellerons${known("slot", " {{ slot }}")}.`,
  "human.joined": `${known("agent_name", "{{ agent_name }}", "Une personne de notre équipe")} a rejoint la conversation.`,
  "human.transferred": `${known("agent_name", "{{ agent_name }}", "Notre équipe")} a transmis votre conversation à ${known("new_agent_name", "{{ new_agent_name }}", "une autre personne de l'équipe")}. Vous n'aurez rien à répéter.`,
  "human.left": `${known("agent_name", "{{ agent_name }}", "La personne qui vous répondait")} n'est plus disponible. Quelqu'un d'autre de l'équipe prend le relais ici et peut tout lire : vous n'aurez rien à répéter.`,
  "human.hold": `Veuillez nous excuser, cela prend plus de temps que prévu. ${known("agent_name", "{{ agent_name }}", "Notre équipe")} a toujours votre conversation, et la réponse arrivera ici.`,
  "case.reassigned_bulk": `${known("new_agent_name", "{{ new_agent_name }}", "Une autre personne")}, de notre équipe, s'occupe désormais de votre demande${known("agent_name", " à la place de {{ agent_name }}")}. Vous n'aurez rien à répéter.`,
  "followup.checkin": `Bonjour${known("customer_name", " {{ customer_name }}")}, nous voulions savoir si tout est réglé. Si ce n'est pas le cas, répondez simplement ici.`,
  "csat.request": "Comment s'est passé cet échange ? Nous serions heureux d'avoir votre avis.",
  "bot.introduction": `Vous échangez avec l'assistant virtuel${known("company_name", " de {{ company_name }}")} (une IA). Vous pouvez demander à parler à une personne à tout moment.`,
  "abuse.warning":
    "Je souhaite vous aider. Merci de rester courtois dans nos échanges. Vous pouvez aussi demander à parler à une personne à tout moment.",
  "abuse.limited": `Je fais une pause dans cette conversation${known("until", " et je répondrai de nouveau {{ until }}")}. Vous pouvez toujours demander une personne de notre équipe.`,
  "abuse.blocked": `Cette conversation est suspendue${known("until", " et reprendra {{ until }}")}. D'ici là, il n'y aura pas de réponse ici.${contact}`,
  "incident.notice": "{{ incident_text }}",
};
