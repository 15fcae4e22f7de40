import { type Moment, moments } from "../moment.ts";
import { variablesOf } from "../variables.ts";
import { nearestName } from "./nearest-name.ts";

/** What is wrong with a variable as it is written (`name`, `name.part`) at this moment; `null`: nothing. */
export function variableProblem(written: string, moment: Moment): string | null {
  const [name = "", ...parts] = written.split(/[.[]/);
  if (name === "") return "Write the name of a variable here, without brackets.";
  const known = namesOf(moment);
  if (!known.includes(name)) return `The variable \`${name}\` ${whatIsWrong(name, known)}`;
  return parts.length === 0 ? null : `\`${name}\` is a text and has no parts: \`${written}\` does not exist.`;
}

function whatIsWrong(name: string, known: readonly string[]): string {
  const elsewhere = moments.filter((moment) => namesOf(moment).includes(name));
  if (elsewhere.length > 0) return `is not known at this moment, only at: ${elsewhere.join(", ")}.`;
  const meant = nearestName(name, known);
  return `does not exist. ${meant === null ? `What exists here: ${known.join(", ")}.` : `Did you mean \`${meant}\`?`}`;
}

function namesOf(moment: Moment): readonly string[] {
  const { always, maybe } = variablesOf(moment);
  return [...always, ...maybe];
}
