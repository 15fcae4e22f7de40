import type { Agent, Presence, Status } from "./agent.ts";
import { disconnected } from "./gone.ts";
import type { PeopleSettings } from "./people-settings.ts";

export interface WantedPresence {
  /** One of the company's own, by id; `null`: `presence` is the plain word. */
  readonly statusId: string | null;
  readonly presence: Presence | null;
  readonly reason: string | null;
  readonly by: Status["by"];
}

export type StatusChosen =
  | { readonly status: "chosen"; readonly agent: Agent }
  | { readonly status: "unknown-status" }
  | { readonly status: "needs-reason"; readonly name: string };

/** Somebody says whether they are there, in the company's words or in ours. */
export function chooseStatus(
  agent: Agent,
  { statusId, presence, reason, by }: WantedPresence,
  { statuses }: Pick<PeopleSettings, "statuses">,
  at: number,
): StatusChosen {
  const named = statusId === null ? null : (statuses.find(({ id }) => id === statusId) ?? null);
  const becomes = statusId === null ? presence : named?.presence;
  if (!becomes) return { status: "unknown-status" };
  if (named?.needsReason && (reason ?? "") === "") return { status: "needs-reason", name: named.name };
  // Whoever says they are there again begins anew: one more request missed is only one.
  const missedInARow = becomes === "available" ? 0 : agent.missedInARow;
  const status: Status = { id: named?.id ?? null, reason, since: at, by };
  return { status: "chosen", agent: { ...agent, presence: becomes, status, returnsTo: null, missedInARow } };
}

/** The console has not been heard of for too long. */
export function disconnect(agent: Agent, at: number): Agent {
  const { presence, status } = agent;
  return {
    ...agent,
    presence: "offline",
    status: { id: null, reason: disconnected, since: at, by: "system" },
    returnsTo: { presence, status },
  };
}

/** It has been heard of again: they are what they had chosen to be. */
export function reconnect(agent: Agent): Agent {
  return agent.returnsTo ? { ...agent, ...agent.returnsTo, returnsTo: null } : agent;
}
