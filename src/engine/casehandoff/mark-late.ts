import type { ItemChange } from "../../core/casehandoff/counts.ts";
import type { CaseItem } from "../../core/casehandoff/item.ts";
import { isSameValue } from "../../core/settings/same-value.ts";
import type { Parts } from "../parts.ts";
import { tryChange } from "./change-handoff.ts";
import { itemKey, readHandoff } from "./documents.ts";
import { withItems } from "./keep-items.ts";

const maxAttempts = 50;

/**
 * Whoever stops a case handoff does so most often while a system outside is being asked. What that has moved is marked
 * even so: otherwise undoing would not know of it. Only what nobody else has marked meanwhile.
 */
export async function markLate(
  parts: Pick<Parts, "store" | "clock" | "wakeAt">,
  handoffId: string,
  changes: readonly ItemChange[],
): Promise<void> {
  const keys = changes.map(({ before }) => itemKey(before.id));
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const stored = await readHandoff(parts.store, handoffId);
    const items = await parts.store.load(keys);
    const left = changes.filter(({ before }, index) => isSameValue(items[index]?.body as CaseItem | undefined, before));
    if (!stored || left.length === 0) return;
    const expects = items.flatMap((item) => (item ? [{ kind: item.kind, id: item.id, version: item.version }] : []));
    const event = { type: "items-settled", changes: left } as const;
    const changed = await tryChange(parts, stored, event, () => withItems({ expects }, left));
    // Refused: it has been undone, and nobody looks at its items any more.
    if (changed) return;
  }
}
