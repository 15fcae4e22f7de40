import { type Catalog, known } from "../catalog.ts";

const team = known("team_name", " {{ team_name }}");
const wait = known("expected_wait", " Dat duurt meestal {{ expected_wait }}.");
const opening = known("next_opening", " We zijn er {{ next_opening }} weer.");
const contact = known("contact", " {{ contact }}");

export const dutch: Catalog = {
  "handoff.offer": "Wilt u met iemand van ons team praten of met mij verdergaan?",
  "handoff.offer.unreadable":
    "Spraakberichten en bestanden zoals dit kan ik niet lezen. Zal ik er iemand van ons team bij halen, of kunt u het mij schrijven?",
  "handoff.confirmation": `Ik verbind u door met ons team${team}. Daar kan men ons gesprek lezen, dus u hoeft niets te herhalen.${wait}`,
  "handoff.confirmation.urgent": `Dit gaat rechtstreeks en als dringend naar ons team${team}. Daar kan men ons gesprek lezen, dus u hoeft niets te herhalen.${wait}`,
  "handoff.alerted": `Ons team${team} is op de hoogte en kan hier meelezen. U kunt gewoon verder schrijven.`,
  "handoff.after_hours": `Ons team is er op dit moment niet.${opening} Ik heb alles doorgegeven: u hoort hier van ons.`,
  "handoff.holiday": `Ons team is er vandaag niet vanwege de feestdag.${opening} Ik heb alles doorgegeven: u hoort hier van ons.`,
  "handoff.no_agent":
    "Op dit moment is iedereen bezig. U houdt uw plaats en ik laat het hier weten zodra er iemand is.",
  "handoff.queue_full":
    "We krijgen op dit moment veel vragen, dus het kan langer duren dan normaal. Die van u is genoteerd en er gaat niets verloren: u hoort hier van ons.",
  "handoff.exhausted":
    "Het spijt me, nog niemand kon het overnemen. Uw vraag blijft bij ons team en er gaat niets verloren: u hoort hier van ons.",
  "handoff.failed": `Het spijt me, ik kon ons team zojuist niet bereiken. Vraag het over een tijdje nog eens.${contact}`,
  "handoff.returned": "U spreekt weer met onze virtuele assistent. Kan ik u nog ergens mee helpen?",
  "queue.position": `U staat ${known("position", "op plaats {{ position }}", "nog steeds")} in de wachtrij.${wait}`,
  "queue.next": "U bent als volgende aan de beurt. Iemand van ons team komt hier bij u.",
  "queue.still_waiting": `Bedankt, ik heb het voor ons team toegevoegd. U staat nog in de wachtrij en houdt uw plaats.${wait}`,
  "wait.later": "Prima: je hoeft hier niet te wachten. Ons team antwoordt in dit gesprek.",
  "wait.email": "Prima: je hoeft hier niet te wachten. Ons team antwoordt je per e-mail.",
  "wait.cancelled": "Goed, we laten je niet langer wachten. Heb je ons toch nodig, schrijf dan gewoon hier.",
  "callback.offer": `Zullen we u terugbellen, zodat u niet hoeft te wachten?${known("slot", " Dat kan {{ slot }}.")}`,
  "callback.confirmed": `Het is genoteerd: we bellen u${known("slot", " {{ slot }}")} terug.`,
  "human.joined": `${known("agent_name", "{{ agent_name }}", "Iemand van ons team")} neemt nu deel aan het gesprek.`,
  "human.transferred": `${known("agent_name", "{{ agent_name }}", "Ons team")} heeft uw gesprek doorgegeven aan ${known("new_agent_name", "{{ new_agent_name }}", "een collega")}. U hoeft niets te herhalen.`,
  "human.left": `${known("agent_name", "{{ agent_name }}", "De persoon met wie je sprak")} is niet meer beschikbaar. Iemand anders van het team neemt het hier over en kan alles lezen, dus je hoeft niets te herhalen.`,
  "human.hold": `Excuses, het duurt langer dan de bedoeling is. Uw gesprek is nog steeds bij ${known("agent_name", "{{ agent_name }}", "ons team")} en het antwoord komt hier.`,
  "case.reassigned_bulk": `${known("new_agent_name", "{{ new_agent_name }}", "Iemand anders")} van ons team behandelt nu uw vraag${known("agent_name", ", in plaats van {{ agent_name }}")}. U hoeft niets te herhalen.`,
  "followup.checkin": `Goedendag${known("customer_name", " {{ customer_name }}")}, we vragen het even na: is alles opgelost? Zo niet, antwoord dan gewoon hier.`,
  "csat.request": "Hoe hebben we het gedaan? We stellen het op prijs als u dit gesprek beoordeelt.",
  "bot.introduction": `U chat met de virtuele assistent${known("company_name", " van {{ company_name }}")} (een AI). U kunt altijd om een medewerker vragen.`,
  "abuse.warning":
    "Ik help u hier graag mee. Laten we het gesprek respectvol houden. U kunt ook altijd om een medewerker vragen.",
  "abuse.limited": `Ik neem even pauze van dit gesprek${known("until", " en antwoord {{ until }} weer")}. U kunt nog steeds om iemand van ons team vragen.`,
  "abuse.blocked": `Dit gesprek is gepauzeerd${known("until", " en gaat {{ until }} verder")}. In de tussentijd komen hier geen antwoorden.${contact}`,
  "incident.notice": "{{ incident_text }}",
};
