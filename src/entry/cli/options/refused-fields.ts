import type { Answer } from "../reach/settings-client.ts";
import { reportProblems } from "./report-problems.ts";

export type Refused = Extract<Answer<never>, { readonly status: "refused" }>;

/** What the options are called that stand behind the API's fields: `agentId` is `--by`. */
export type OptionNames = Readonly<Record<string, string>>;

/** In one line each, by the options and words that were written rather than the fields behind them. */
export function linesOf({ problems }: Refused, names: OptionNames = {}): readonly string[] {
  return problems.map(({ path, message }) => {
    const field = path.replace(/^(body|query|param)\./, "");
    const named = names[field] ?? names[field.replace(/\..*$/, "")] ?? field;
    // What begins with a capital is a sentence by itself; of many, it is said of which.
    const [, root = "", one] = /^(\w+)\.([\w-]+)/.exec(field) ?? [];
    if (path === "" || /^\p{Lu}/u.test(message)) {
      return names[root] === undefined ? message : `${names[root]} ${one}: ${message}`;
    }
    return `${named} ${message.replace(/\.?$/, ".")}`;
  });
}

export function refuse(refused: Refused, isJson: boolean, names: OptionNames = {}): 1 {
  reportProblems(linesOf(refused, names), isJson);
  return 1;
}
