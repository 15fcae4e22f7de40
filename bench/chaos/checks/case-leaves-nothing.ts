import type { CaseEvidence } from "../leaver/case-evidence.ts";
import { controlRecords, type Observed } from "../observed.ts";
import type { Check } from "./check.ts";

export const caseLeavesNothing: Check = {
  name: "case handoff: nothing of the leaver is left over but what is named, and it is where it is said to be",
  find({ observed, caseHandoff }) {
    if (!caseHandoff) return [];
    return [...leftOver(caseHandoff), ...elsewhere(caseHandoff), ...skippedForNothing(caseHandoff, observed)];
  },
};

function leftOver({ out, before, subjectId }: CaseEvidence): string[] {
  const named = new Set(out.items.filter(({ status }) => status !== "moved").map(({ reference }) => reference));
  const { subject, settings } = out;
  const deals = [...out.deals].flatMap(([id, { owner }]) => (owner === subjectId ? [id] : []));
  const kept = [...subject.holds, ...subject.openFollowUps, ...deals];
  const faults = kept.filter((id) => !named.has(id)).map((id) => `${id} is still ${subjectId}'s, and nobody says so`);
  if (kept.length === 0 && !subject.hasLeft) faults.push(`${subjectId} has nothing any more, and works here still`);
  if (subject.hasLeft && subject.teamIds.length > 0) faults.push(`${subjectId} has left, and is in ${subject.teamIds}`);
  if (settings.namesSubject) faults.push(`the settings still name ${subjectId}`);
  const versions = settings.number - before.settings.number;
  return versions === 1 ? faults : [...faults, `the names were replaced by ${versions} versions of the settings`];
}

function elsewhere({ out }: CaseEvidence): string[] {
  return out.items.flatMap(({ kind, reference, status, placed }) => {
    if (status !== "moved" || placed?.type !== "agent") return [];
    const owner = {
      conversation: out.conversations.get(reference)?.agentId,
      task: out.followUps.get(reference)?.ownerId,
      deal: out.deals.get(reference)?.owner,
    }[kind];
    return owner === undefined || owner === placed.id ? [] : [`${kind} ${reference} is ${owner}'s, not ${placed.id}'s`];
  });
}

/** Only what people did is a reason to leave something where it is; requests run out by themselves. */
function skippedForNothing({ out, changedBefore }: CaseEvidence, observed: Observed): string[] {
  const verifiedAt = Date.parse(out.handoff.plan?.verified.at ?? "");
  return out.items.flatMap(({ kind, reference, status }) => {
    if (status !== "skipped-changed" || kind === "request" || changedBefore.has(reference)) return [];
    const conversation = observed.conversations.find(({ id }) => id === reference);
    const others = conversation
      ? controlRecords(conversation).filter(({ at, jobId }) => jobId === null && at >= verifiedAt)
      : [];
    return others.length > 0 ? [] : [`${kind} ${reference} was skipped, and nobody had changed it`];
  });
}
