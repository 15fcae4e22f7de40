import type { CaseHandoffBody, CaseItemBody } from "../../../protocol/case-handoffs.ts";

/** What was verified: who gets what, and what stands against it. */
export function printPlan({ id, subjectId, plan }: CaseHandoffBody): string {
  if (!plan) return `${id}: not verified.`;
  const modules = plan.modules.flatMap(({ id: module, shares, overflow }) =>
    shares.map(({ agentId, count }) => `  ${module}: ${count} to ${agentId ?? waitingPlace(overflow)}`),
  );
  const { places, substituteOf, changedParts } = plan.names;
  const named = places.map(({ part, path }) => {
    const becomes = changedParts.includes(part) ? "will be changed" : "stays; new work keeps coming by it";
    return `  ${part} ${path}: ${becomes}`;
  });
  return [
    `${id}: ${plan.total} things of ${subjectId}`,
    ...modules,
    ...(named.length > 0 ? ["Settings that name them:", ...named] : []),
    ...substituteOf.map((agentId) => `  ${agentId} has named them as a substitute`),
    ...plan.warnings.filter(({ code }) => code === "target-away").map(({ agentId }) => `  ${agentId} is away now`),
    `Start exactly this with: baton handoff-cases start ${id} --hash ${plan.hash}`,
  ].join("\n");
}

function waitingPlace(overflow: { readonly type: string; readonly id: string } | null): string {
  return overflow
    ? `nobody: no room (waits where it came from, else with ${overflow.type} ${overflow.id})`
    : "nobody: no room";
}

type Progress = Pick<
  CaseHandoffBody,
  "id" | "subjectId" | "status" | "counts" | "settings" | "leaving" | "remaining" | "itemsGoneAt"
>;

export function printProgress(handoff: Progress, problems: readonly CaseItemBody[]): string {
  const { id, subjectId, status, counts, settings, leaving, remaining, itemsGoneAt } = handoff;
  const counted = Object.entries(counts).filter(([, count]) => count > 0);
  const left = Object.entries(remaining ?? {});
  return [
    `${id}: ${status} (${subjectId})`,
    ...counted.map(([name, count]) => `  ${count} ${name}`),
    ...problems.map(
      ({ module, reference, status: became, reason }) => `  ${module} ${reference}: ${became}, ${reason}`,
    ),
    ...(settings
      ? [`  settings: ${settings.status}${settings.version === null ? "" : ` as version ${settings.version}`}`]
      : []),
    ...(settings?.problems ?? []).map((problem) => `    ${problem}`),
    ...(leaving ? [`  leaving: ${leftOrNot(handoff, leaving.status)}`] : []),
    ...(itemsGoneAt === null ? [] : [`  its items were cleared away at ${itemsGoneAt}: it cannot be undone any more`]),
    ...left.map(([module, count]) => `  came since it was verified: ${count} in ${module}`),
  ].join("\n");
}

/** Whoever left by it comes back before anything is given back to them. */
function leftOrNot({ status }: Pick<Progress, "status">, leaving: "left" | "holds"): string {
  if (leaving === "holds") return "something is still theirs";
  return status === "undoing" || status === "undone" ? "they work here again" : "they work here no more";
}
