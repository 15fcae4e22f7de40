import * as z from "zod";
import type { CaseCallFailure, CaseLooked, CaseMoved, CasePage, CasePerson } from "../../../src/ports/case-module.ts";
import { parseJson } from "../../kit/parse-json.ts";

const maxBytes = 1024 * 1024;

/** Numbers are as good as words: only whether two are the same is ever asked. */
const version = z.union([z.string().min(1).max(200), z.number()]).transform(String);

const list = z.object({
  items: z.array(z.object({ id: z.string().min(1).max(200), kind: z.enum(["deal", "lead"]), version })).max(1_000),
  next: z.string().min(1).max(1_000).nullable().default(null),
});

export function parseList(body: Uint8Array): CasePage {
  const parsed = parseJson(body, { schema: list, maxBytes });
  if (parsed.status === "refused") return unreadable(parsed.detail);
  const { items, next } = parsed.value;
  return { status: "listed", items: items.map(({ id, ...item }) => ({ reference: id, ...item })), next };
}

export function parseMoved(body: Uint8Array): CaseMoved {
  const parsed = parseJson(body, { schema: z.object({ version }), maxBytes });
  // It may have moved: the key makes asking again safe.
  if (parsed.status === "refused") return { ...unreadable(parsed.detail), status: "retry", retryAfterMs: null };
  return { status: "moved", version: parsed.value.version };
}

/** As people are named when something is given to them: by address, or by id where they had none then. */
export function parseOwner(body: Uint8Array, among: readonly CasePerson[]): CaseLooked {
  const parsed = parseJson(body, { schema: z.object({ owner: z.string().max(1_000).nullable() }), maxBytes });
  if (parsed.status === "refused") return unreadable(parsed.detail);
  const { owner } = parsed.value;
  const found = among.find(({ id, email }) => owner !== null && (owner === email || owner === id));
  return { status: "found", ownerId: found?.id ?? null };
}

function unreadable(detail: string): Extract<CaseCallFailure, { status: "failed" }> {
  return { status: "failed", error: `The CRM's answer is not understood: ${detail}` };
}
