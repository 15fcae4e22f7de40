/**
 * Asking people to take a conversation (I6): routing's offer, a colleague's "please take this", or a consultation. One
 * ask goes to one person, or in a broadcast to many; the first to accept ends it. Each of them has a record of their own.
 */
export interface Ask {
  readonly id: string;
  readonly kind: RequestKind;
  readonly requestedBy: RequestSource;
  readonly at: number;
  readonly expiresAt: number;
  readonly expiryEffectId: string;
  readonly epoch: number;
  /** The record that says why these and not others; a colleague's request has none. */
  readonly decisionSeq: number | null;
  /** The internal note with what the requester wrote. */
  readonly noteSeq: number | null;
  /** Who has still to answer. */
  readonly pending: readonly Asked[];
}

export interface Asked {
  readonly agentId: string;
  readonly recordSeq: number;
}

export type RequestKind = "offer" | "assign" | "discuss";
export type RequestSource = { readonly type: "routing" } | { readonly type: "agent"; readonly agentId: string };
/** Every way a request can end; it takes exactly one of them. */
export type RequestEnd = "accepted" | "rejected" | "withdrawn" | "timed-out" | "rescinded";

/**
 * More people than this are not read with every decision: what two hundred others do meanwhile would make each decision
 * stale, and nobody's "yes" would ever get through.
 */
export const mostReadAtOnce = 8;

/** A conversation stays small enough to be written with every message, however many are asked: two hundred and their like. */
const mostCharacters = 13_000;
const perAsked = '{"agentId":"","recordSeq":123456},'.length;
const perDeclined = '"",'.length;

/** As many of them as can be remembered beside those who have declined. None: the search is over, the policy runs (I5). */
export function askable<Person extends { readonly id: string }>(
  people: readonly Person[],
  declinedBy: readonly string[],
): readonly Person[] {
  let left = declinedBy.reduce((sum, id) => sum - id.length - perDeclined, mostCharacters);
  return people.filter(({ id }) => {
    left -= id.length + perAsked;
    return left >= 0;
  });
}

/** One person's request: they are told of it by this id, and answer to it. */
export function requestIdOf(conversationId: string, recordSeq: number): string {
  return `${conversationId}.r${recordSeq}`;
}

export function findAsked(
  asks: readonly Ask[],
  conversationId: string,
  requestId: string,
): { readonly ask: Ask; readonly asked: Asked } | null {
  for (const ask of asks) {
    const asked = ask.pending.find(({ recordSeq }) => requestIdOf(conversationId, recordSeq) === requestId);
    if (asked) return { ask, asked };
  }
  return null;
}
