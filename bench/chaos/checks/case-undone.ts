import type { CaseEvidence } from "../leaver/case-evidence.ts";
import { controlRecords, type Observed } from "../observed.ts";
import type { Check } from "./check.ts";

type Item = CaseEvidence["out"]["items"][number];

export const caseUndone: Check = {
  name: "case handoff: undoing brings back what nobody has touched since, and leaves alone what somebody has",
  find({ observed, caseHandoff }) {
    if (!caseHandoff) return [];
    const after = new Map(caseHandoff.back.items.map((item) => [item.id, item]));
    const moved = caseHandoff.out.items.filter(({ status }) => status === "moved");
    return [
      ...asBefore(caseHandoff),
      ...moved.flatMap((item) => ofItem(after.get(item.id) ?? item, caseHandoff, observed)),
    ];
  },
};

function asBefore({ out, back, subjectId, teamIds }: CaseEvidence): string[] {
  const { subject, settings } = back;
  const faults: string[] = [];
  if (subject.hasLeft) faults.push(`${subjectId} works here no more`);
  const missing = teamIds.filter((id) => !subject.teamIds.includes(id));
  if (missing.length > 0) faults.push(`${subjectId} is not in ${missing} any more`);
  if (!settings.namesSubject) faults.push(`the settings do not name ${subjectId} any more`);
  const versions = settings.number - out.settings.number;
  return versions === 1 ? faults : [...faults, `the names were put back by ${versions} versions of the settings`];
}

function ofItem(item: Item, caseHandoff: CaseEvidence, observed: Observed): string[] {
  const { kind, reference, status, reason } = item;
  const { back, changedBetween, subjectId } = caseHandoff;
  const conversation = back.conversations.get(reference);
  const followUp = back.followUps.get(reference);
  if (changedBetween.has(reference)) {
    const isAsLeft = conversation ? conversation.phase === "closed" : followUp?.status === "done";
    const isAlone = status === "left-alone" && isAsLeft;
    return isAlone ? [] : [`${kind} ${reference} was changed by people, and is ${status} all the same`];
  }
  // What was asked and answered cannot be unasked.
  if (kind === "request") return status === "left-alone" ? [] : [`request of ${reference} is ${status}`];
  if (status === "returned") {
    const owner = conversation?.agentId ?? followUp?.ownerId ?? back.deals.get(reference)?.owner;
    return owner === undefined || owner === subjectId ? [] : [`${kind} ${reference} has returned, and is ${owner}'s`];
  }
  const isTouched = kind === "conversation" && wasTaken(reference, caseHandoff, observed);
  return isTouched ? [] : [`${kind} ${reference} is ${status} (${reason}), and nobody had touched it`];
}

/** Somebody took it from the queue, or from whoever had got it. */
function wasTaken(reference: string, { out }: CaseEvidence, { conversations }: Observed): boolean {
  const conversation = conversations.find(({ id }) => id === reference);
  const endedAt = Date.parse(out.handoff.endedAt ?? "");
  const startedAt = Date.parse(out.handoff.started?.at ?? "");
  const since = conversation ? controlRecords(conversation).filter(({ at }) => at >= startedAt) : [];
  return since.some(({ jobId, reason, at }) => jobId === null && (reason !== "returned" || at > endedAt));
}
