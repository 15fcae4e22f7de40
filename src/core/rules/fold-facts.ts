import type { Property, RuleFacts } from "./rule.ts";

/** Facts as conditions compare them: without regard to case, made once for all rules. */
export interface FoldedFacts {
  readonly facts: RuleFacts;
  readonly channel: readonly string[];
  /** Each signal by its id and, with a detail, as `id:detail`, too. */
  readonly signals: ReadonlySet<string>;
  readonly intents: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
  /** Names that differ only in case are one name; a trusted value wins. */
  readonly properties: ReadonlyMap<string, Property>;
  /** `pt-br`. */
  readonly language: string | null;
}

export function foldFacts(facts: RuleFacts): FoldedFacts {
  return {
    facts,
    channel: [facts.channelId, facts.channelKind].map(fold),
    signals: new Set(
      facts.signals.flatMap(({ id, detail }) => (detail === null ? [id] : [id, fold(`${id}:${detail}`)])),
    ),
    intents: new Set(facts.intents.map(fold)),
    tags: new Set(facts.tags.map(fold)),
    properties: foldProperties(facts.properties),
    language: facts.language === null ? null : foldLanguage(facts.language),
  };
}

export function fold(text: string): string {
  return text.toLowerCase();
}

/** Platforms write `pt_BR`, too. */
export function foldLanguage(tag: string): string {
  return fold(tag).replaceAll("_", "-");
}

/** `pt` speaks of `pt-br`, too; `pt-br` not of `pt`. */
export function isLanguageWithin(tag: string, range: string): boolean {
  return tag === range || tag.startsWith(`${range}-`);
}

function foldProperties(properties: RuleFacts["properties"]): Map<string, Property> {
  const folded = new Map<string, Property>();
  // In one order, so that it does not matter in which they were set.
  for (const [name, property] of Object.entries(properties).sort(([one], [other]) => (one < other ? -1 : 1))) {
    const key = fold(name);
    const taken = folded.get(key);
    if (!taken || (property.isTrusted && !taken.isTrusted)) folded.set(key, property);
  }
  return folded;
}
