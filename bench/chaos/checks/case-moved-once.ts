import type { CaseEvidence } from "../leaver/case-evidence.ts";
import { controlRecords, type Observed } from "../observed.ts";
import type { Check, Evidence } from "./check.ts";

type Item = CaseEvidence["out"]["items"][number];

export const caseMovedOnce: Check = {
  name: "case handoff: nothing is moved twice, there or back, and everything to whom the plan says (I2, I10)",
  find({ observed, caseHandoff }: Evidence) {
    if (!caseHandoff) return [];
    const backById = new Map(caseHandoff.back.items.map((item) => [item.id, item]));
    return caseHandoff.out.items.flatMap((item) => {
      const back = backById.get(item.id) ?? item;
      return [...asPlanned(item, caseHandoff), ...timesOf(item, back, caseHandoff, observed)];
    });
  },
};

function asPlanned({ module, reference, status, to, placed, from }: Item, { out, subjectId }: CaseEvidence): string[] {
  if (from !== subjectId) return [`${module} ${reference} is said to come from ${from}`];
  if (status !== "moved" || placed?.type !== "agent") return [];
  const shares = out.handoff.plan?.modules.find(({ id }) => id === module)?.shares ?? [];
  const isPlanned = placed.id === to && shares.some(({ agentId }) => agentId === to);
  return isPlanned ? [] : [`${module} ${reference} went to ${placed.id}, planned was ${to}`];
}

function timesOf(item: Item, back: Item, caseHandoff: CaseEvidence, observed: Observed): string[] {
  const { kind, reference, status, placed } = item;
  const there = status === "moved" && placed?.type === "agent" ? 1 : 0;
  const again = back.status === "returned" ? 1 : 0;
  const fault = (times: string, wanted: string) =>
    times === wanted ? [] : [`${kind} ${reference}: moved ${times}, not ${wanted}`];
  switch (kind) {
    case "conversation": {
      const { id, subjectId } = caseHandoff;
      const conversation = observed.conversations.find((each) => each.id === reference);
      const records = conversation ? controlRecords(conversation).filter(({ jobId }) => jobId === id) : [];
      const home = records.filter(({ agentId }) => agentId === subjectId).length;
      return fault(`${records.length - home} there and ${home} back`, `${there} there and ${again} back`);
    }
    case "task": {
      const followUp = observed.followUps.find(({ id }) => id === reference);
      const times = followUp?.history.filter(({ change }) => change === "assigned").length ?? 0;
      return fault(`${times} times`, `${there + again} times`);
    }
    case "deal": {
      const changes = caseHandoff.back.deals.get(reference)?.changes ?? [];
      return fault(`${changes.length} times`, `${there + again} times`);
    }
    default:
      return [];
  }
}
