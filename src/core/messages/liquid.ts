import { defaultOperators, Liquid } from "liquidjs";
import { gap } from "./tidy-output.ts";

/** Longer sources are refused when they are saved. */
export const maxSourceLength = 4_000;

/** A choice or a substitution, nothing that repeats: the length of a source bounds what rendering it costs. */
export const allowedTags: readonly string[] = ["if", "unless", "case"];

/** None of these multiplies its input, so that a chain of them cannot either. */
export const allowedFilters: readonly string[] = [
  "append",
  "capitalize",
  "default",
  "downcase",
  "prepend",
  "strip",
  "truncate",
  "upcase",
];

/**
 * Liquid as far as a message needs it. Tags and filters that are not allowed do not exist here, so neither files nor
 * clocks nor other objects can be reached. There is no limit by time: it would make one process say what another does not.
 */
export function createLiquid({ strictFilters }: { readonly strictFilters: boolean }): Liquid {
  const engine = new Liquid({
    strictFilters,
    ownPropertyOnly: true,
    /** An empty value is false. */
    jsTruthy: true,
    parseLimit: maxSourceLength,
    memoryLimit: 50_000,
    operators,
    outputEscape: (value) => textOf(value) || gap,
  });
  for (const name of Object.keys(engine.tags)) if (!allowedTags.includes(name)) delete engine.tags[name];
  for (const name of Object.keys(engine.filters)) {
    if (!allowedFilters.includes(name)) engine.unregisterFilter(name);
  }
  return engine;
}

/** Every value is a text: an empty one is `nil`, `empty` and `blank` alike, and `position == 1` holds for "1". */
export const operators: typeof defaultOperators = {
  ...defaultOperators,
  "==": (left: unknown, right: unknown) => textOf(left) === textOf(right),
  "!=": (left: unknown, right: unknown) => textOf(left) !== textOf(right),
};

/** `nil`, `empty` and `blank` are objects that stand for no text. */
function textOf(operand: unknown): string {
  const value: unknown = operand?.valueOf();
  return value === undefined || value === null ? "" : String(value);
}
