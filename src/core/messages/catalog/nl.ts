import type { Catalog } from "../catalog.ts";

export const dutch: Catalog = {
  "handoff.confirmation":
    "Ik verbind u door met iemand van ons team. Diegene kan ons gesprek lezen, dus u hoeft niets te herhalen.",
  "handoff.no_agent":
    "Op dit moment is iedereen bezig. U houdt uw plaats en ik laat het hier weten zodra er iemand is.",
  "handoff.exhausted":
    "Het spijt me, nog niemand kon het overnemen. Uw vraag blijft bij ons team en er gaat niets verloren: u hoort hier van ons.",
  "human.joined": "{{ agent_name }} neemt nu deel aan het gesprek.",
  "handoff.returned": "U spreekt weer met onze virtuele assistent. Kan ik u nog ergens mee helpen?",
};
