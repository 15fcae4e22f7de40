import type { Moment } from "./moment.ts";
import type { VariableName } from "./variables.ts";

/** One language's texts, as Liquid: what is said where the lead has said nothing else. */
export type Catalog = Readonly<Record<Moment, string>>;

/** Words that are only said when the variable is known. */
export function known(name: VariableName, words: string, otherwise = ""): string {
  return `{% if ${name} %}${words}${otherwise && `{% else %}${otherwise}`}{% endif %}`;
}
