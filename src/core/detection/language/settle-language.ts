import type { FoundLanguage } from "./detect-language.ts";

/** The language in which a conversation is held, and who says so. */
export interface SettledLanguage {
  /** A language tag; the channel's may name a region (`pt-BR`). */
  readonly language: string;
  readonly source: "channel" | "detected" | "agent";
}

/** Sticky: what an agent chose stays; anything else gives way to a whole phrase in another language, not to a word. */
export function settleLanguage(current: SettledLanguage | null, found: FoundLanguage | null): SettledLanguage | null {
  if (found === null) return current;
  if (current === null) return { language: found.language, source: "detected" };
  if (current.source === "agent" || found.certainty !== "certain") return current;
  return isSameLanguage(current.language, found.language) ? current : { language: found.language, source: "detected" };
}

function isSameLanguage(tag: string, primary: string): boolean {
  return tag.toLowerCase().split(/[-_]/)[0] === primary;
}
