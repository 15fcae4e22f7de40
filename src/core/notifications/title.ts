import type { NoticeCatalog, TitleName } from "./catalog.ts";
import { plainLine } from "./plain-line.ts";
import type { HappeningFacts } from "./words.ts";

/** The most telling sentence for what is known. */
export function titleOf(facts: HappeningFacts, { titles }: NoticeCatalog): string {
  const actor = plainLine(facts.actorName ?? "", 80);
  const name = baseOf(facts);
  const byActor = actor === "" ? null : lookUp(titles, `${name}.actor`);
  const title = byActor ?? (facts.isPersonal ? lookUp(titles, `${name}.named`) : null) ?? titles[name];
  // The name last: whatever stands in it is said as it is.
  return title.replace("{count}", () => plainLine(facts.happening.detail ?? "", 20)).replace("{actor}", () => actor);
}

function baseOf({ happening: { kind, detail }, end }: HappeningFacts): TitleName {
  // A colleague wants advice, and keeps the conversation.
  if (kind === "request-received" && detail === "discuss") return "request-discuss";
  // With a time it is a warning of what the roster says; without, somebody urgent has found nobody.
  if (kind === "nobody-on-duty" && detail !== null) return "nobody-on-duty.ahead";
  // Of many that were to be given only one could be.
  if (kind === "conversations-assigned" && !(Number(detail) > 1)) return "conversation-assigned";
  if (kind === "conversations-returned" && !(Number(detail) > 1)) return "conversation-returned";
  // Taken before it is too late.
  if (kind === "conversation-taken" && detail === "sla-warning") return "conversation-taken.ahead";
  if (kind !== "request-ended") return kind;
  switch (end?.status) {
    case "accepted":
    case "rejected":
    case "timed-out":
      return `request-ended.${end.status}`;
    default:
      return "request-ended";
  }
}

function lookUp(titles: Readonly<Record<string, string>>, name: string): string | null {
  return Object.hasOwn(titles, name) ? (titles[name] ?? null) : null;
}
