import type { RequestRecord } from "../../../src/core/conversation/record.ts";
import type { Evidence } from "../evidence.ts";
import type { Check } from "./check.ts";

/** I6: by the records, and by what was made known while it happened. */
export const requestsEndOnce: Check = {
  name: "every request ends exactly once",
  find: (evidence) => {
    const requests = evidence.conversations.flatMap(({ records }) =>
      records.filter((record) => record.type === "request"),
    );
    const known = new Set(requests.map(({ requestId }) => requestId));
    const unrecorded = [...evidence.witnessed.offered.keys()].filter((id) => !known.has(id));
    return [
      ...unrecorded.map((id) => `${id} has no record`),
      ...requests.flatMap((request) => faultOf(request, evidence)),
    ];
  },
};

function faultOf({ requestId, end, at }: RequestRecord, { witnessed, plan }: Evidence): readonly string[] {
  const ends = witnessed.ended.get(requestId) ?? [];
  const offers = witnessed.offered.get(requestId) ?? 0;
  if (offers !== 1) return [`${requestId} was made known ${offers} times`];
  // Only who was asked a moment before the end may still be thinking.
  if (end === null) return ends.length === 0 && plan.endsAt - at < 120_000 ? [] : [`${requestId} has no end`];
  if (ends.length !== 1) return [`${requestId} ended ${ends.length} times: ${ends.join(", ")}`];
  return ends[0] === end.status ? [] : [`${requestId} ended ${ends[0]}, and its record says ${end.status}`];
}
