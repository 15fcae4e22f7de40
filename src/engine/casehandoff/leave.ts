import type { CaseHandoff, Leaving } from "../../core/casehandoff/case-handoff.ts";
import type { Agents } from "../agents.ts";

/** Whether the subject can go now that everything has gone, and what is to be remembered of them. */
export async function planLeaving(agents: Agents, handoff: CaseHandoff, at: number): Promise<Leaving | null> {
  const { subjectId, choices, leaving } = handoff;
  if (!choices.leaves || leaving?.status === "left") return leaving;
  const subject = await agents.get(subjectId);
  if (!subject) return null;
  const count = Object.keys(subject.holds).length;
  if (count > 0) return { status: "holds", count };
  const { teamIds, presence, status } = subject;
  // Whoever only lost the connection had chosen something else.
  return { status: "left", at, teamIds, presence: subject.returnsTo ?? { presence, status } };
}

export async function leaveNow(agents: Agents, { subjectId, leaving }: CaseHandoff): Promise<void> {
  if (leaving?.status !== "left") return;
  const subject = await agents.get(subjectId);
  if (subject?.leftAt !== null) return;
  await agents.change(subjectId, { leftAt: leaving.at, teamIds: [], presence: "offline" });
}

/** Back as they were, if it was this job that let them go: who is away has their work taken from them again. */
export async function comeBack(agents: Agents, { subjectId, leaving }: CaseHandoff): Promise<void> {
  if (leaving?.status !== "left") return;
  const subject = await agents.get(subjectId);
  if (subject?.leftAt !== leaving.at) return;
  await agents.change(subjectId, {
    leftAt: null,
    teamIds: leaving.teamIds,
    ...(leaving.presence ?? { presence: "away" }),
  });
}
