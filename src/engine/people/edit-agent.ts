import { type Agent, readAgent } from "../../core/people/agent.ts";
import { reviseAgent } from "../../core/people/revise-agent.ts";
import type { Commit, FeedInput } from "../../ports/store.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import { leaverEffect } from "../tasks/documents.ts";
import { drainEffect } from "../to-commit.ts";
import { ownersTell, peopleEffect, presenceEntry } from "./documents.ts";

export type Edited<Refusal> =
  | { readonly status: "changed"; readonly agent: Agent }
  | { readonly status: "unknown" }
  | { readonly status: "refused"; readonly refusal: Refusal };

type Edit<Refusal> = (agent: Agent, at: number) => { readonly agent: Agent } | { readonly refusal: Refusal };

/**
 * The one way to change a person: what follows from it (routing looks at them, their conversations hear whether they are
 * there, their shift is watched) is planned in the same commit.
 */
export async function editAgent<Refusal = never>(
  { store, clock }: Parts,
  id: string,
  edit: Edit<Refusal>,
): Promise<Edited<Refusal>> {
  const key = { kind: "agent", id };
  for (;;) {
    const [stored] = await store.load([key]);
    if (!stored) return { status: "unknown" };
    const at = clock.now();
    const before = readAgent(stored.body);
    const edited = edit(before, at);
    if ("refusal" in edited) return { status: "refused", refusal: edited.refusal };
    const agent = reviseAgent(before, edited.agent);
    const result = await store.commit({
      ...emptyCommit(at),
      expects: [{ ...key, version: stored.version }],
      puts: [{ ...key, body: agent }],
      ...afterwards(before, agent, { id: `${id}.${stored.version + 1}`, at }),
    });
    if (result.status === "committed") return { status: "changed", agent };
  }
}

/** What has to happen when somebody has become another one. `before: null`: they are new. */
export function afterwards(
  before: Agent | null,
  agent: Agent,
  { id, at }: { readonly id: string; readonly at: number },
): Pick<Commit, "effects" | "feed"> {
  const planned = { id, dueAt: at };
  const isNew = before === null;
  const hasNewStatus = !isNew && (before.presence !== agent.presence || before.status !== agent.status);
  const hasLeftOrReturned = !isNew && before.leftAt !== agent.leftAt;
  const hasLeft = hasLeftOrReturned && agent.leftAt !== null;
  const isPlannedAnew = isNew
    ? agent.shift !== null || agent.absences.length > 0
    : before.shift !== agent.shift || before.absences !== agent.absences || hasLeftOrReturned;
  const shiftCheck = { type: "shift-check", agentId: agent.id } as const;
  return {
    effects: [
      drainEffect(agent.id, id, at),
      ...(hasNewStatus || hasLeftOrReturned
        ? [ownersTell(agent.id, planned, hasNewStatus ? presenceEntry(agent) : null)]
        : []),
      ...(isPlannedAnew ? [peopleEffect({ id: `${id}.shift`, dueAt: at }, shiftCheck)] : []),
      ...(hasLeft ? [leaverEffect(agent.id, id, { at, round: 1 })] : []),
    ],
    feed: [agentChanged(agent)],
  };
}

function agentChanged({ id, presence, capacity, status }: Agent): FeedInput {
  const data = { agentId: id, presence, capacity, statusId: status.id };
  return { type: "agent-changed", conversationId: null, data };
}
