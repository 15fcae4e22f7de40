import { type Agent, readAgent } from "../core/people/agent.ts";
import { emptyCommit } from "./empty-commit.ts";
import type { Parts } from "./parts.ts";
import { afterwards, editAgent } from "./people/edit-agent.ts";
import { agentView, readAgents } from "./read-agents.ts";

/** `status`, where only `presence` is given, is the plain word. */
export type AgentChange = Partial<
  Omit<
    Agent,
    | "schemaVersion"
    | "id"
    | "revision"
    | "holds"
    | "lastAssignedAt"
    | "missedInARow"
    | "isTest"
    | "returnsTo"
    | "returns"
  >
>;

export interface AgentFilter {
  readonly role?: Agent["role"] | undefined;
  readonly teamId?: string | undefined;
  readonly presence?: Agent["presence"] | undefined;
  /** At any level. */
  readonly skill?: string | undefined;
  readonly hasLeft?: boolean | undefined;
}

export interface Agents {
  /** Everybody, also those who left. */
  list(): Promise<readonly Agent[]>;
  /** A page of those whom the filter means; it may hold fewer than `limit` and not be the last. */
  page(
    filter: AgentFilter,
    options: { readonly limit: number; readonly cursor: string | null },
  ): Promise<{ readonly items: readonly Agent[]; readonly next: string | null }>;
  get(id: string): Promise<Agent | null>;
  add(agent: Agent): Promise<"added" | "exists">;
  /** `null`: there is no such agent. */
  change(id: string, change: AgentChange): Promise<Agent | null>;
}

const pageSize = 500;
/** So many pages are looked through for one answer. */
const mostPages = 20;

/** The people who answer. Whoever comes on duty or gets more room is at once looked at by routing (I7). */
export function createAgents(parts: Parts, wake: () => void): Agents {
  const { store, clock } = parts;

  async function read(limit: number, cursor: string | null) {
    const page = await store.query({ ...agentView, limit, order: "ascending", cursor });
    return { items: page.items.map(({ body }) => readAgent(body)), next: page.next };
  }

  async function get(id: string): Promise<Agent | null> {
    const [stored] = await store.load([{ kind: "agent", id }]);
    return stored ? readAgent(stored.body) : null;
  }

  return {
    list: () => readAgents(store),
    async page(filter, { limit, cursor }) {
      const items: Agent[] = [];
      let next = cursor;
      for (let pages = 0; pages < mostPages && items.length < limit; pages++) {
        const page = await read(pageSize, next);
        const meant = page.items.flatMap((agent, index) => (isMeant(agent, filter) ? [{ agent, index }] : []));
        const fitting = meant.slice(0, limit - items.length);
        items.push(...fitting.map(({ agent }) => agent));
        // Only a page that ends with the last one that fits gives the cursor to go on from there.
        const last = fitting.at(-1);
        next = last && meant.length > fitting.length ? (await read(last.index + 1, next)).next : page.next;
        if (next === null) break;
      }
      return { items, next };
    },
    get,
    async add(agent) {
      const key = { kind: "agent", id: agent.id };
      const at = clock.now();
      const result = await store.commit({
        ...emptyCommit(at),
        expects: [{ ...key, version: 0 }],
        puts: [{ ...key, body: agent }],
        index: [{ change: "put", ...agentView, ...key, sort: at, previousKey: null }],
        ...afterwards(null, agent, { id: `${agent.id}.1`, at }),
      });
      wake();
      return result.status === "committed" ? "added" : "exists";
    },
    async change(id, change) {
      const edited = await editAgent(parts, id, (agent, at) => ({ agent: changed(agent, change, at) }));
      wake();
      return edited.status === "changed" ? edited.agent : null;
    },
  };
}

export function changed(agent: Agent, change: AgentChange, at: number, by: Agent["status"]["by"] = "lead"): Agent {
  if (change.presence === undefined) return { ...agent, ...change };
  const status = { id: null, reason: null, since: at, by };
  const missedInARow = change.presence === "available" ? 0 : agent.missedInARow;
  return { ...agent, status, ...change, returnsTo: null, missedInARow };
}

function isMeant(agent: Agent, { role, teamId, presence, skill, hasLeft }: AgentFilter): boolean {
  return (
    (role === undefined || agent.role === role) &&
    (teamId === undefined || agent.teamIds.includes(teamId)) &&
    (presence === undefined || agent.presence === presence) &&
    (skill === undefined || Object.hasOwn(agent.skills, skill)) &&
    (hasLeft === undefined || (agent.leftAt !== null) === hasLeft)
  );
}
