import type { CaseMove } from "../../../src/ports/case-module.ts";

/** People are known by their e-mail address where they have one. */
export function renderMove({ from, to, version }: CaseMove): Uint8Array {
  const body = { from: from.email ?? from.id, to: to.email ?? to.id, version };
  return new TextEncoder().encode(JSON.stringify(body));
}
