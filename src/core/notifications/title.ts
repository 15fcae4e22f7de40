import type { NoticeCatalog, TitleName } from "./catalog.ts";
import { plainLine } from "./plain-line.ts";
import type { HappeningFacts } from "./words.ts";

/** The most telling sentence for what is known. */
export function titleOf(facts: HappeningFacts, { titles }: NoticeCatalog): string {
  const actor = plainLine(facts.actorName ?? "", 80);
  const name = baseOf(facts);
  const withActor = actor === "" ? null : lookUp(titles, `${name}.actor`)?.replace("{actor}", () => actor);
  return withActor ?? (facts.isPersonal ? lookUp(titles, `${name}.named`) : null) ?? titles[name];
}

function baseOf({ happening: { kind, detail }, end }: HappeningFacts): TitleName {
  // A colleague wants advice, and keeps the conversation.
  if (kind === "request-received" && detail === "discuss") return "request-discuss";
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
