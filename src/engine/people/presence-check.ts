import { type Agent, readAgent } from "../../core/people/agent.ts";
import { disconnect } from "../../core/people/choose-status.ts";
import type { LeasedEffect, NewEffect } from "../../ports/store.ts";
import type { Outcome } from "../effect-runner.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import type { Policies } from "../settings/policies.ts";
import { type AgentWatch, type PresenceCheck, peopleEffect, readWatch, watchKey } from "./documents.ts";
import { afterwards } from "./edit-agent.ts";
import { type Heard, writeEveryMs } from "./heard.ts";

type CheckParts = Pick<Parts, "store" | "clock">;

/** Whose console has not been heard of for `disconnectMinutes` is offline, and never before. */
export function createPresenceCheck({ store, clock }: CheckParts, policies: Pick<Policies, "current">, heard: Heard) {
  return async (leased: LeasedEffect, { agentId }: PresenceCheck): Promise<Outcome> => {
    for (;;) {
      const key = { kind: "agent", id: agentId };
      const [stored] = await store.load([key]);
      const watch = await readWatch(store, agentId);
      if (!stored || watch.body.checkEffectId !== leased.id) return { outcome: "done" };
      const at = clock.now();
      const toleratedMs = policies.current().settings.people.disconnectMinutes * 60_000;
      const overdueAt = lastHeard(watch.body, heard.get(agentId)) + toleratedMs;
      const id = `${agentId}.w${watch.version + 1}`;
      const next = overdueAt <= at ? null : presenceCheck(agentId, `${id}.check`, overdueAt);
      const before = readAgent(stored.body);
      const agent = next === null && before.presence !== "offline" ? disconnect(before, at) : before;
      const result = await store.commit({
        ...emptyCommit(at),
        settles: [leased.id],
        expects: [
          { ...watchKey(agentId), version: watch.version },
          { ...key, version: stored.version },
        ],
        ...found({ before, agent, watch: watch.body, next }, { id, at }),
      });
      if (result.status === "stale") continue;
      if (next === null) heard.delete(agentId);
      return { outcome: "settled" };
    }
  };
}

interface Found {
  readonly before: Agent;
  readonly agent: Agent;
  readonly watch: AgentWatch;
  readonly next: NewEffect | null;
}

function found({ before, agent, watch, next }: Found, cause: { readonly id: string; readonly at: number }) {
  const followed = agent === before ? { effects: [], feed: [] } : afterwards(before, agent, cause);
  return {
    puts: [
      { ...watchKey(agent.id), body: { ...watch, checkEffectId: next?.id ?? null } },
      ...(agent === before ? [] : [{ kind: "agent", id: agent.id, body: agent }]),
    ],
    effects: [...followed.effects, ...(next ? [next] : [])],
    feed: followed.feed,
  };
}

export function presenceCheck(agentId: string, id: string, dueAt: number): NewEffect {
  return peopleEffect({ id, dueAt }, { type: "presence-check", agentId });
}

/** What another process has heard it writes down once a minute: they may have been there until just before the next time. */
function lastHeard({ lastSeenAt }: AgentWatch, here: { storedAt: number; at: number } | undefined): number {
  if (lastSeenAt === null) return here?.at ?? 0;
  if (here && here.storedAt === lastSeenAt) return here.at;
  return Math.max(lastSeenAt + writeEveryMs, here?.at ?? 0);
}
