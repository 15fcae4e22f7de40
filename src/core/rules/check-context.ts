import type { KnownChannel } from "./implication.ts";
import type { Rule } from "./rule.ts";

/** What settings are checked against beside themselves. */
export interface CheckContext {
  readonly channels: readonly KnownChannel[];
  readonly agentIds: readonly string[];
  readonly at: number;
}

/** As a lead knows it, at the beginning of a sentence. */
export function ruleNamed({ id, name }: Rule): string {
  return `Rule "${shortened(name === "" ? id : name)}"`;
}

export function partOf({ id }: Rule): string {
  return `rules/${id}`;
}

/** What leads typed, where a message says it again. */
export function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
