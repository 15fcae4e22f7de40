import { type Agent, readAgent } from "../../core/people/agent.ts";
import { type AgentProblem, checkAgent } from "../../core/people/check-agent.ts";
import { chooseStatus, type StatusChosen, type WantedPresence } from "../../core/people/choose-status.ts";
import { type Overstepping, overstepping, type Standing } from "../../core/people/standing.ts";
import { type AgentChange, changed } from "../agents.ts";
import { createMailbox } from "../mailbox.ts";
import type { Parts } from "../parts.ts";
import type { Policies } from "../settings/policies.ts";
import { type AssignMany, assignMany } from "./assign-many.ts";
import type { BulkDone } from "./bulk.ts";
import type { BulkTools } from "./bulk-batch.ts";
import type { PresenceDay } from "./documents.ts";
import { type Edited, editAgent } from "./edit-agent.ts";
import { type HandedOver, type HandOver, handOver } from "./hand-over.ts";
import type { Heartbeat, Seen } from "./heartbeat.ts";
import { type DayOptions, readPresenceDays } from "./presence-days.ts";

/** What they still have, so that they cannot leave. */
export interface StillHeld {
  readonly status: "has-work";
  readonly conversations: number;
  readonly requests: number;
}

/** Somebody else changed them since they were looked at. */
export interface Stale {
  readonly status: "stale";
  readonly revision: number;
}

export type PresenceRefusal =
  | Exclude<StatusChosen, { status: "chosen" }>
  | { readonly status: "not-yours" }
  | { readonly status: "left" };

/** What people and those who lead them do about themselves and each other. */
export interface People {
  /** Only what `by` may change (I14); with `revision` only as somebody has seen them. */
  change(
    id: string,
    change: AgentChange,
    by: Standing,
    revision?: number | null,
  ): Promise<Edited<Overstepping | Stale>>;
  /** What is named and does not exist. */
  problemsWith(id: string, change: AgentChange): Promise<readonly AgentProblem[]>;
  setPresence(id: string, wanted: Omit<WantedPresence, "by">, by: Standing): Promise<Edited<PresenceRefusal>>;
  /** Their console is there. */
  seen(id: string): Promise<Seen>;
  /** They work here no more. Refused as long as they have anything or are asked. */
  leave(id: string, by: Standing): Promise<Edited<StillHeld | { readonly status: "not-yours" }>>;
  presenceDays(
    id: string,
    options: DayOptions,
  ): Promise<{ readonly items: readonly PresenceDay[]; readonly next: string | null }>;
  assignMany(asked: AssignMany): Promise<BulkDone>;
  handOver(asked: HandOver): Promise<HandedOver>;
}

export interface PeopleTools {
  readonly policies: Pick<Policies, "current" | "refresh">;
  readonly heartbeat: Heartbeat;
  readonly bulk: Omit<BulkTools, "parts">;
  readonly wake: () => void;
}

export function createPeople(parts: Parts, { policies, heartbeat, bulk, wake }: PeopleTools): People {
  const { store } = parts;
  /** What is given to one person is given one after the other: every commit carries their version. */
  const turns = createMailbox();
  const tools = { parts, ...bulk };

  async function woken<Result>(working: Promise<Result>): Promise<Result> {
    const result = await working;
    wake();
    return result;
  }

  return {
    change: (id, change, by, revision = null) =>
      woken(
        editAgent<Overstepping | Stale>(parts, id, (agent, at) =>
          revision === null || revision === agent.revision
            ? changedBy(agent, change, by, at)
            : { refusal: { status: "stale", revision: agent.revision } },
        ),
      ),
    async problemsWith(id, change) {
      const named = (change.absences ?? []).flatMap(({ substituteId }) => substituteId ?? []);
      const found = await store.load(named.map((agentId) => ({ kind: "agent", id: agentId })));
      const present = found.flatMap((stored) => (stored && readAgent(stored.body).leftAt === null ? [stored.id] : []));
      const known = { id, agentIds: new Set(present) };
      const problems = checkAgent(change, policies.current().settings, known);
      if (problems.length === 0) return problems;
      // What is not there may have been published a moment ago, at another process.
      await policies.refresh();
      return checkAgent(change, policies.current().settings, known);
    },
    setPresence: (id, wanted, by) =>
      woken(
        editAgent<PresenceRefusal>(parts, id, (agent, at) => {
          if (overstepping(by, agent, {})) return { refusal: { status: "not-yours" } };
          if (agent.leftAt !== null) return { refusal: { status: "left" } };
          const wish: WantedPresence = { ...wanted, by: by.agentId === id ? "self" : "lead" };
          const chosen = chooseStatus(agent, wish, policies.current().settings.people, at);
          return chosen.status === "chosen" ? { agent: chosen.agent } : { refusal: chosen };
        }),
      ),
    seen: (id) => woken(heartbeat(id)),
    leave: (id, by) =>
      woken(
        editAgent<StillHeld | { readonly status: "not-yours" }>(parts, id, (agent, at) =>
          overstepping(by, agent, {}) ? { refusal: { status: "not-yours" } } : left(agent, at),
        ),
      ),
    presenceDays: (id, options) => readPresenceDays(parts, id, options),
    assignMany: (asked) => woken(turns.run(asked.agentId, () => assignMany(tools, asked))),
    handOver: (asked) =>
      woken(turns.run("agentId" in asked.to ? asked.to.agentId : asked.agentId, () => handOver(tools, asked))),
  };
}

function changedBy(agent: Agent, change: AgentChange, by: Standing, at: number) {
  const refusal = overstepping(by, agent, change);
  if (refusal) return { refusal };
  const isLed = by.role !== "agent" && change.capacity !== undefined;
  const given: AgentChange = isLed ? { ...change, mostCapacity: change.capacity } : change;
  const agentNow = changed(agent, given, at, by.agentId === agent.id ? "self" : "lead");
  const isBack = agent.leftAt !== null && agentNow.leftAt === null;
  return { agent: isBack ? { ...agentNow, returns: (agent.returns ?? 0) + 1 } : agentNow };
}

/** Nothing is left behind: what they have goes to others first. */
function left(agent: Agent, at: number) {
  const holds = Object.values(agent.holds);
  const requests = holds.filter(({ as }) => as === "offered").length;
  if (holds.length > 0) {
    return { refusal: { status: "has-work" as const, conversations: holds.length - requests, requests } };
  }
  if (agent.leftAt !== null) return { agent };
  const status = { id: null, reason: null, since: at, by: "lead" } as const;
  return { agent: { ...agent, leftAt: at, presence: "offline", status, returnsTo: null } as const };
}
