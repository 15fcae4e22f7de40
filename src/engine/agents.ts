import { type Agent, readAgent } from "../core/people/agent.ts";
import { emptyCommit } from "./empty-commit.ts";
import type { Parts } from "./parts.ts";
import { drainEffect } from "./to-commit.ts";

export const agentView = { view: "agents", key: "all" } as const;

export type AgentChange = Partial<Pick<Agent, "name" | "presence" | "capacity" | "teamIds">>;

export interface Agents {
  list(): Promise<readonly Agent[]>;
  get(id: string): Promise<Agent | null>;
  add(agent: Agent): Promise<"added" | "exists">;
  /** `null`: there is no such agent. */
  change(id: string, change: AgentChange): Promise<Agent | null>;
}

/** The people who answer. Whoever comes on duty or gets more room is at once looked at by routing (I7). */
export function createAgents(parts: Parts, wake: () => void): Agents {
  const { store, clock } = parts;
  const agents: Agents = {
    async list() {
      const page = await store.query({ ...agentView, limit: 500, order: "ascending", cursor: null });
      return page.items.map((item) => readAgent(item.body));
    },
    async get(id) {
      const [stored] = await store.load([{ kind: "agent", id }]);
      return stored ? readAgent(stored.body) : null;
    },
    async add(agent) {
      const key = { kind: "agent", id: agent.id };
      const result = await store.commit({
        ...emptyCommit(clock.now()),
        expects: [{ ...key, version: 0 }],
        puts: [{ ...key, body: agent }],
        index: [{ change: "put", ...agentView, ...key, sort: clock.now(), previousKey: null }],
        effects: [drainEffect(agent.id, `${agent.id}.1`, clock.now())],
        feed: [agentChanged(agent)],
      });
      wake();
      return result.status === "committed" ? "added" : "exists";
    },
    async change(id, change) {
      for (;;) {
        const key = { kind: "agent", id };
        const [stored] = await store.load([key]);
        if (!stored) return null;
        const agent = { ...readAgent(stored.body), ...change };
        const result = await store.commit({
          ...emptyCommit(clock.now()),
          expects: [{ ...key, version: stored.version }],
          puts: [{ ...key, body: agent }],
          effects: [drainEffect(id, `${id}.${stored.version + 1}`, clock.now())],
          feed: [agentChanged(agent)],
        });
        if (result.status === "stale") continue;
        wake();
        return agent;
      }
    },
  };
  return agents;
}

function agentChanged(agent: Agent) {
  const { id, presence, capacity } = agent;
  return { type: "agent-changed", conversationId: null, data: { agentId: id, presence, capacity } };
}
