import { Tokenizer, type TopLevelToken } from "liquidjs";
import { operators } from "../liquid.ts";
import { whereOf } from "./syntax-error.ts";
import { problemAt, type TemplateProblem } from "./template-problem.ts";

export type ReadTokens =
  | { readonly status: "read"; readonly tokens: readonly TopLevelToken[] }
  | { readonly status: "broken"; readonly problem: TemplateProblem };

/** Words, substitutions and tags in their order, before anybody asks whether they fit together. */
export function readTokens(source: string): ReadTokens {
  try {
    return { status: "read", tokens: new Tokenizer(source, operators).readTopLevelTokens() };
  } catch (error) {
    const offset = whereOf(error);
    const opening = source.startsWith("{%", offset) ? "{%" : "{{";
    const closing = opening === "{%" ? "%}" : "}}";
    return {
      status: "broken",
      problem: problemAt(source, offset, `\`${opening}\` is never closed by \`${closing}\`.`),
    };
  }
}
