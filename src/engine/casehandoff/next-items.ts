import type { CaseHandoff } from "../../core/casehandoff/case-handoff.ts";
import { type CaseItem, missAnswer } from "../../core/casehandoff/item.ts";
import type { CaseParts } from "./case-parts.ts";
import { tryChange } from "./change-handoff.ts";
import { readItems, type StoredHandoff } from "./documents.ts";
import { withItems } from "./keep-items.ts";

/**
 * The next ones of one module. On the way back what was moved, and then what a system outside was asked to move and did
 * not answer: it is asked who has it, and what it has moved is taken back.
 */
export async function nextItems(caseParts: CaseParts, { plan, run }: CaseHandoff): Promise<readonly CaseItem[]> {
  const { store } = caseParts.parts;
  const planId = plan?.id ?? "";
  if (run.direction === "out") return together(caseParts, await readItems(store, planId, "pending", readAtOnce));
  const moved = await readItems(store, planId, "moved", readAtOnce);
  if (moved.length > 0) return together(caseParts, moved);
  const waiting = await readItems(store, planId, "pending", readAtOnce, { lastFirst: true });
  return together(
    caseParts,
    waiting.filter(({ tries }) => tries > 0),
  );
}

const readAtOnce = 25;

function together({ modules }: CaseParts, items: readonly CaseItem[]): readonly CaseItem[] {
  const [first] = items;
  const most = modules.find(({ id }) => id === first?.moduleId)?.batchSize ?? 1;
  return items.filter(({ moduleId, tries }) => moduleId === first?.moduleId && tries === first.tries).slice(0, most);
}

/**
 * A process that was lost while it asked a system outside has marked nothing. As long as somebody goes on, the same are
 * asked first again; before it goes back, or ends as it is, they are marked as asked. `null`: changed meanwhile.
 */
export async function markUnanswered(caseParts: CaseParts, stored: StoredHandoff): Promise<StoredHandoff | null> {
  const { parts, modules } = caseParts;
  const { handoff, version } = stored;
  if (!handoff.run.mayLackAnswers) return stored;
  const waiting = await readItems(parts.store, handoff.plan?.id ?? "", "pending", readAtOnce);
  const asked = together(caseParts, waiting).filter(({ moduleId }) => {
    return modules.find(({ id }) => id === moduleId)?.isOutside ?? false;
  });
  // They may still be on their way: whoever looks where they are gives them time to arrive.
  const at = parts.clock.now();
  const changes = asked.map((before) => ({ before, after: missAnswer(before, at) }));
  const changed = await tryChange(parts, stored, { type: "unanswered-marked" }, () => withItems({}, changes));
  return changed?.status === "changed" ? { handoff: changed.handoff, version: version + 1 } : null;
}
