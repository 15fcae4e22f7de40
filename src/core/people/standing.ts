import type { Agent, Role } from "./agent.ts";

/** On whose behalf somebody is changed: an agent, or (`agentId: null`) the company's own systems, which may do everything. */
export interface Standing {
  readonly agentId: string | null;
  readonly role: Role;
}

const ranks: readonly Role[] = ["agent", "lead", "admin"];

/** What people decide for themselves. Everything else of them is a lead's to decide (I14). */
const ownFields: ReadonlySet<keyof Agent> = new Set(["presence", "status", "capacity", "locale", "timeZone"]);

export type Overstepping =
  /** Somebody else is changed by one who leads nobody, or by one who stands below them. */
  | { readonly status: "not-yours" }
  | { readonly status: "fields"; readonly fields: readonly string[] }
  | { readonly status: "role"; readonly role: Role }
  | { readonly status: "capacity"; readonly most: number };

/** Why somebody may not be changed like this; `null`: they may. */
export function overstepping(by: Standing, target: Agent, change: Partial<Agent>): Overstepping | null {
  const isSelf = by.agentId === target.id;
  const leads = by.role !== "agent";
  if (!isSelf && (!leads || rank(target.role) > rank(by.role))) return { status: "not-yours" };
  if (change.role !== undefined && rank(change.role) > rank(by.role)) return { status: "role", role: change.role };
  if (leads) return null;
  const fields = Object.keys(change).filter((field) => !ownFields.has(field as keyof Agent));
  if (fields.length > 0) return { status: "fields", fields };
  const isTooMuch = change.capacity !== undefined && change.capacity > target.mostCapacity;
  return isTooMuch ? { status: "capacity", most: target.mostCapacity } : null;
}

function rank(role: Role): number {
  return ranks.indexOf(role);
}
