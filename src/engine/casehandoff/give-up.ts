import { type CaseHandoff, continuableUntil } from "../../core/casehandoff/case-handoff.ts";
import { type CaseItem, giveUpItem } from "../../core/casehandoff/item.ts";
import type { Store } from "../../ports/store.ts";
import type { CaseParts } from "./case-parts.ts";
import { tryChange } from "./change-handoff.ts";
import { expireEffects, readHandoff, readItems, type StoredHandoff } from "./documents.ts";
import { withItems } from "./keep-items.ts";
import { markUnanswered } from "./next-items.ts";

const atOnce = 100;

/**
 * What somebody stopped and nobody has continued ends as it is: what was not done is named item by item. Whoever
 * continues or undoes it in between is first, and finds what is marked by then.
 *
 * @returns until when it is kept, when that is not over; `null`: there is nothing to wait for
 */
export async function giveUp(caseParts: CaseParts, handoffId: string): Promise<number | null> {
  const { store, clock } = caseParts.parts;
  for (;;) {
    const stored = await readHandoff(store, handoffId);
    const keptUntil = stored && continuableUntil(stored.handoff);
    if (!stored || keptUntil === null) return null;
    if (clock.now() < keptUntil) return keptUntil;
    const marked = await markUnanswered(caseParts, stored);
    if (marked) await giveUpSome(caseParts, marked);
  }
}

async function giveUpSome({ parts }: CaseParts, stored: StoredHandoff): Promise<void> {
  const waiting = await unfinished(parts.store, stored.handoff);
  if (waiting.length === 0) {
    await tryChange(parts, stored, { type: "given-up" }, (after) => ({ effects: expireEffects(after) }));
    return;
  }
  const at = parts.clock.now();
  const changes = waiting.map((before) => ({ before, after: giveUpItem(before, at) }));
  await tryChange(parts, stored, { type: "items-settled", changes }, () => withItems({}, changes));
}

/** On the way back also what was asked to go out and is still to be asked whether it did. */
async function unfinished(store: Store, { plan, run }: CaseHandoff): Promise<readonly CaseItem[]> {
  const planId = plan?.id ?? "";
  if (run.direction === "out") return readItems(store, planId, "pending", atOnce);
  const moved = await readItems(store, planId, "moved", atOnce);
  if (moved.length > 0) return moved;
  const waiting = await readItems(store, planId, "pending", atOnce, { lastFirst: true });
  return waiting.filter(({ tries }) => tries > 0);
}
