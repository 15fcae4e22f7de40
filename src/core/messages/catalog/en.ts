import type { Catalog } from "../catalog.ts";

export const english: Catalog = {
  "handoff.confirmation":
    "I'm connecting you with a person from our team. They can read our conversation, so you won't need to repeat anything.",
  "handoff.no_agent": "Everyone is busy right now. You keep your place, and I'll tell you here when someone joins.",
  "handoff.exhausted":
    "I'm sorry, nobody could take over yet. Your request stays with our team and nothing is lost: you'll hear from us here.",
  "human.joined": "{{ agent_name }} has joined the conversation.",
  "handoff.returned": "You're talking to our virtual assistant again. Is there anything else I can help with?",
};
