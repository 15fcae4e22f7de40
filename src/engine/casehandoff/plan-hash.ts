import type { CasePlan } from "../../core/casehandoff/case-handoff.ts";
import type { CaseChoices } from "../../core/casehandoff/choices.ts";
import type { CaseItem } from "../../core/casehandoff/item.ts";

/** The same choices over the same things are the same plan, whoever verified it and when. */
export async function planHash(
  choices: CaseChoices,
  { names }: Pick<CasePlan, "names">,
  items: readonly CaseItem[],
): Promise<string> {
  const lines = items.map(({ moduleId, kind, reference, seen, toId }) => [moduleId, kind, reference, seen, toId]);
  const text = JSON.stringify([choices, names, lines]);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest).slice(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
