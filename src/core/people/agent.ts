import type { Absence } from "./absence.ts";

/** A person who answers, and what they hold. Routing reserves here in the same commit that offers (I7). */
export interface Agent {
  readonly schemaVersion: 5;
  readonly id: string;
  /** Rises with whatever is decided about them, and not with what comes and goes by itself: see revise-agent.ts. */
  readonly revision: number;
  readonly name: string;
  readonly email: string | null;
  readonly role: Role;
  /** What routing looks at. */
  readonly presence: Presence;
  /** What stands behind it, in the company's own words. */
  readonly status: Status;
  /** What they had chosen when the system found them gone; they have it again as soon as they are back. */
  readonly returnsTo: Pick<Agent, "presence" | "status"> | null;
  /** Units of work at once; what a conversation weighs depends on its kind of channel. */
  readonly capacity: number;
  /** As a lead set it: they may take less of themselves, never more. */
  readonly mostCapacity: number;
  /** By kind of channel, at most this many conversations at once. */
  readonly channelLimits: Readonly<Record<string, number>>;
  /** Conversation id → held as. Sets, not counters: reserving twice is reserving once. */
  readonly holds: Readonly<Record<string, Hold>>;
  /** By name, from 1 (can do it) to 5 (nobody does it better). */
  readonly skills: Readonly<Record<string, number>>;
  /** Language tags they write to customers in. None: nobody has said. */
  readonly languages: readonly string[];
  /** Whose work they take. Nobody's in particular: everybody's. */
  readonly teamIds: readonly string[];
  /** The hours by which they work; `null`: whenever they are present. */
  readonly shift: string | null;
  readonly absences: readonly Absence[];
  /** For the times and the language of what they are told; `null`: the company's. */
  readonly timeZone: string | null;
  readonly locale: string | null;
  /** When they were last given something; longest idle goes first. */
  readonly lastAssignedAt: number;
  /** Requests in a row that they let lapse. */
  readonly missedInARow: number;
  readonly isTest: boolean;
  /** Since when they work here no more. */
  readonly leftAt: number | null;
  /** How often they have come back after they had left; keys of before count no more. */
  readonly returns?: number;
}

export type Role = "admin" | "lead" | "agent";

/** `busy`: keeps what they have and gets nothing new. `offline`: nothing is connected. */
export type Presence = "available" | "busy" | "away" | "offline";

export interface Status {
  /** One of the company's own, by id; `null`: the plain word. */
  readonly id: string | null;
  readonly reason: string | null;
  readonly since: number;
  readonly by: "self" | "lead" | "system";
}

/** `offered`: a place is kept while they are asked. `idle`: theirs, but the customer has been silent for long. */
export interface Hold {
  readonly as: "offered" | "open" | "idle";
  readonly units: number;
  /** `web`, `whatsapp`, `email`, `api`. */
  readonly channelKind: string;
  readonly at: number;
}

/** What one conversation takes of a person. */
export interface Load {
  readonly units: number;
  readonly channelKind: string;
}

export const plainLoad: Load = { units: 1, channelKind: "unknown" };

/** Nobody knows more of a new person than their name. */
export function newAgent(given: Pick<Agent, "id" | "name"> & Partial<Agent>): Agent {
  return {
    revision: 1,
    email: null,
    role: "agent",
    presence: "away",
    status: { id: null, reason: null, since: 0, by: "system" },
    returnsTo: null,
    capacity: 5,
    mostCapacity: given.capacity ?? 5,
    channelLimits: {},
    holds: {},
    skills: {},
    languages: [],
    teamIds: [],
    shift: null,
    absences: [],
    timeZone: null,
    locale: null,
    lastAssignedAt: 0,
    missedInARow: 0,
    isTest: false,
    leftAt: null,
    ...given,
    schemaVersion: 5,
  };
}

/** Agents are stored as they are; those of before lack what there was not then. */
export function readAgent(body: unknown): Agent {
  const stored = body as Pick<Agent, "id" | "name"> &
    Partial<Agent> & { readonly holds?: Record<string, Hold | string> };
  return stored.schemaVersion === 5
    ? (stored as Agent)
    : newAgent({ ...stored, holds: holdsOfBefore(stored.holds ?? {}) });
}

function holdsOfBefore(holds: Readonly<Record<string, Hold | string>>): Agent["holds"] {
  const widened = Object.entries(holds).map(([id, hold]) => [
    id,
    typeof hold === "string" ? { as: hold as Hold["as"], ...plainLoad, at: 0 } : hold,
  ]);
  return Object.fromEntries(widened) as Agent["holds"];
}

/** What is idle takes no room; neither does the very conversation one asks about. */
export function hasRoom(agent: Agent, load: Load = plainLoad, exceptId: string | null = null): boolean {
  let units = load.units;
  let ofKind = 1;
  for (const [id, hold] of Object.entries(agent.holds)) {
    if (hold.as === "idle" || id === exceptId) continue;
    units += hold.units;
    if (hold.channelKind === load.channelKind) ofKind++;
  }
  return units <= agent.capacity && ofKind <= (agent.channelLimits[load.channelKind] ?? Number.POSITIVE_INFINITY);
}

export function hold(agent: Agent, conversationId: string, held: Hold): Agent {
  const isNew = agent.holds[conversationId] === undefined;
  const lastAssignedAt = isNew || held.as !== "idle" ? held.at : agent.lastAssignedAt;
  return { ...agent, holds: { ...agent.holds, [conversationId]: held }, lastAssignedAt };
}

export function release(agent: Agent, conversationId: string): Agent {
  // Leaving one out while copying takes ten times as long where there are hundreds.
  const holds: Record<string, Hold> = { ...agent.holds };
  delete holds[conversationId];
  return { ...agent, holds };
}
