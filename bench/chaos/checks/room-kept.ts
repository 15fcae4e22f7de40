import type { CrowdSeen } from "../ledger.ts";
import { controlRecords, type Observed, type ObservedPerson } from "../observed.ts";
import type { Check } from "./check.ts";

export const roomKept: Check = {
  name: "nobody has more than they can take, and places are held for what is theirs only (I7)",
  find({ ledger, observed }) {
    const owners = new Map(
      observed.conversations.map(({ id, phase, agentId }) => [id, phase === "human" ? agentId : null]),
    );
    const held = new Set(
      observed.people.flatMap(({ id, holds }) => holds.map((hold) => `${hold.conversationId} ${id}`)),
    );
    const unheld = [...owners].flatMap(([id, agentId]) =>
      agentId === null || held.has(`${id} ${agentId}`) ? [] : [`${id} is ${agentId}'s and takes no place with them`],
    );
    return [
      ...ledger.crowded.flatMap((crowd) => tooMany(crowd, observed)),
      ...unheld,
      ...observed.people.flatMap((person) => strayPlaces(person, owners)),
    ];
  },
};

/** Whoever takes more than that by themselves may; nobody is ever given more. */
function tooMany({ at, agentId, capacity, conversationIds }: CrowdSeen, { conversations }: Observed): string[] {
  const given = conversations.filter((conversation) => {
    const last = controlRecords(conversation).findLast((record) => record.agentId === agentId && record.at <= at);
    return conversationIds.includes(conversation.id) && last?.reason !== "claimed";
  });
  const when = new Date(at).toISOString();
  return given.length > capacity ? [`${agentId} was given ${given.length} of ${capacity}, seen at ${when}`] : [];
}

function strayPlaces({ id, holds }: ObservedPerson, owners: ReadonlyMap<string, string | null>): string[] {
  return holds.flatMap(({ conversationId, as }) => {
    if (as === "offered") return [`${id} still keeps a place for ${conversationId}, and is asked for nothing`];
    return owners.get(conversationId) === id ? [] : [`${id} keeps a place for ${conversationId}, which is not theirs`];
  });
}
