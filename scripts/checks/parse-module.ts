import { type ParseResult, parseSync } from "vite";

export type ParsedModule =
  | { readonly status: "parsed"; readonly result: ParseResult }
  | { readonly status: "broken"; readonly detail: string };

/** Vite brings the parser along; a syntax error is an answer, because other people's files are being written. */
export function parseModule(path: string, source: string): ParsedModule {
  const result = parseSync(path, source);
  const error = result.errors[0];
  return error === undefined ? { status: "parsed", result } : { status: "broken", detail: error.message };
}

export function lineOf(source: string, offset: number): number {
  return source.slice(0, offset).split("\n").length;
}
