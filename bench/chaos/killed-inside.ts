import type { Evidence } from "./checks/check.ts";
import { controlRecords, type ObservedConversation } from "./observed.ts";

type Seen = Pick<Evidence, "ledger" | "observed">;
type WithRecords = Pick<ObservedConversation, "id" | "records">;

/** Handoffs that were open and had no decision yet when something was killed: the search was under way. */
export function searchesKilled(
  { kills }: Pick<Evidence["ledger"], "kills">,
  conversations: readonly WithRecords[],
): readonly string[] {
  return conversations.flatMap((conversation) =>
    searchesIn(conversation)
      .filter(({ from, until }) => kills.some(({ at }) => from <= at && at < until))
      .map(({ from }) => `${conversation.id} at ${from}`),
  );
}

function searchesIn(conversation: WithRecords): readonly { readonly from: number; readonly until: number }[] {
  const { records } = conversation;
  return controlRecords(conversation).flatMap(({ to, seq, at: from }) => {
    const decided = records.find((record) => record.type === "routing" && record.seq > seq);
    return to === "queue" && decided ? [{ from, until: decided.at }] : [];
  });
}

/** Requests that ran out, and follow-ups that became due, while a process or the store was not there. */
export function timesMissed({ ledger, observed, requestMs }: Seen & Pick<Evidence, "requestMs">): readonly string[] {
  const isDown = (time: number) => ledger.kills.some(({ at, backAt }) => at <= time && time < backAt);
  const requests = observed.conversations.flatMap(({ records }) =>
    records.flatMap(({ request, at }) =>
      request?.end?.status === "timed-out" && isDown(at + requestMs) ? [request.id] : [],
    ),
  );
  const followUps = observed.followUps.filter(
    ({ dueAt, history }) => isDown(dueAt) && history.some(({ change }) => change === "became-due"),
  );
  return [...requests, ...followUps.map(({ id }) => id)];
}
