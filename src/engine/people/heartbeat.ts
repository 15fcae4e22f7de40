import { type Agent, readAgent } from "../../core/people/agent.ts";
import { reconnect } from "../../core/people/choose-status.ts";
import { disconnected } from "../../core/people/gone.ts";
import { emptyCommit } from "../empty-commit.ts";
import type { Parts } from "../parts.ts";
import type { Policies } from "../settings/policies.ts";
import { readWatch, watchKey } from "./documents.ts";
import { afterwards } from "./edit-agent.ts";
import { type Heard, writeEveryMs } from "./heard.ts";
import { presenceCheck } from "./presence-check.ts";

export type Seen =
  /** `agent`: as they are now, where that was looked at. */
  | { readonly status: "seen"; readonly agent: Agent | null }
  | { readonly status: "unknown" }
  | { readonly status: "left" };

/** Their console is there: whoever was found gone is back, and a stored look waits for the next silence. */
export type Heartbeat = (agentId: string) => Promise<Seen>;

export function createHeartbeat(parts: Parts, policies: Pick<Policies, "current">, heard: Heard): Heartbeat {
  const { store, clock } = parts;
  const toleratedMs = () => policies.current().settings.people.disconnectMinutes * 60_000;

  /** `null`: something changed meanwhile. */
  async function write(agentId: string): Promise<Seen | null> {
    const key = { kind: "agent", id: agentId };
    const [stored] = await store.load([key]);
    if (!stored) return { status: "unknown" };
    const before = readAgent(stored.body);
    if (before.leftAt !== null) return { status: "left" };
    const watch = await readWatch(store, agentId);
    const at = clock.now();
    const id = `${agentId}.w${watch.version + 1}`;
    const agent = isBack(before) ? withTime(reconnect(before), at) : before;
    const followed = agent === before ? { effects: [], feed: [] } : afterwards(before, agent, { id, at });
    const { checkEffectId } = watch.body;
    const check = checkEffectId === null ? presenceCheck(agentId, `${id}.check`, at + toleratedMs()) : null;
    const result = await store.commit({
      ...emptyCommit(at),
      expects: [
        { ...watchKey(agentId), version: watch.version },
        ...(agent === before ? [] : [{ ...key, version: stored.version }]),
      ],
      puts: [
        { ...watchKey(agentId), body: { ...watch.body, lastSeenAt: at, checkEffectId: check?.id ?? checkEffectId } },
        ...(agent === before ? [] : [{ ...key, body: agent }]),
      ],
      effects: [...followed.effects, ...(check ? [check] : [])],
      feed: followed.feed,
    });
    if (result.status !== "committed") return null;
    heard.set(agentId, { storedAt: at, at });
    if (check) parts.wakeAt(check.dueAt);
    return { status: "seen", agent };
  }

  return async (agentId) => {
    const at = clock.now();
    const last = heard.get(agentId);
    const sinceStored = at - (last?.storedAt ?? 0);
    // A clock that was set back would be heard for an hour without anything being written.
    if (last && sinceStored >= 0 && sinceStored < Math.min(writeEveryMs, toleratedMs())) {
      heard.set(agentId, { ...last, at });
      return { status: "seen", agent: null };
    }
    for (;;) {
      const seen = await write(agentId);
      if (seen) return seen;
    }
  };
}

function isBack({ status }: Agent): boolean {
  return status.by === "system" && status.reason === disconnected;
}

/** Since when they are what they are again. */
function withTime(agent: Agent, at: number): Agent {
  return { ...agent, status: { ...agent.status, since: at } };
}
