import type { CaseEvidence, CaseLook } from "../leaver/case-evidence.ts";
import type { Check } from "./check.ts";

const statuses = ["pending", "moved", "skipped-changed", "failed", "returned", "left-alone"] as const;

export const caseItemsOnce: Check = {
  name: "case handoff: every item has one result, and the counts add up, there and back (I2)",
  find({ caseHandoff }) {
    if (!caseHandoff) return [];
    return [...inLook("there", caseHandoff.out), ...inLook("back", caseHandoff.back), ...ends(caseHandoff)];
  },
};

function inLook(way: string, { handoff, items }: CaseLook): string[] {
  const { counts, countsByModule, plan } = handoff;
  const faults: string[] = [];
  if (items.length !== plan?.total) faults.push(`${way}: ${items.length} items of ${plan?.total} planned`);
  if (new Set(items.map(({ id }) => id)).size !== items.length) faults.push(`${way}: an item appears twice`);
  for (const status of statuses) {
    const found = items.filter((item) => item.status === status).length;
    const byModule = Object.values(countsByModule).reduce((sum, each) => sum + each[status], 0);
    if (counts[status] === found && byModule === found) continue;
    faults.push(`${way}: ${found} items ${status}, counted ${counts[status]}, and ${byModule} by module`);
  }
  return faults;
}

function ends({ out, back }: CaseEvidence): string[] {
  const faults: string[] = [];
  const there = out.handoff;
  const hasEnded = there.status === "completed" || there.status === "completed-with-errors";
  if (!hasEnded || there.counts.pending > 0) faults.push(`there: ${there.status}, ${there.counts.pending} wait`);
  for (const { module, reference, status, reason } of out.items) {
    if (status === "failed") faults.push(`there: ${module} ${reference} failed: ${reason}`);
    if (status === "skipped-changed" && reason === null)
      faults.push(`there: ${module} ${reference} was skipped for nothing`);
  }
  const { status, counts } = back.handoff;
  if (status !== "undone" || counts.moved > 0) faults.push(`back: ${status}, ${counts.moved} are still away`);
  if (counts.returned + counts["left-alone"] !== there.counts.moved) {
    faults.push(
      `back: ${there.counts.moved} had moved, and ${counts.returned} + ${counts["left-alone"]} were looked at`,
    );
  }
  return faults;
}
