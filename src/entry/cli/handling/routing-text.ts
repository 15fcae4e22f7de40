import { logPageOf } from "../../../protocol/fields.ts";
import { type RecordBody, record } from "../../../protocol/records.ts";
import type { SettingsClient } from "../reach/settings-client.ts";

type Routing = Extract<RecordBody, { readonly type: "routing" }>;
type Excluded = NonNullable<Routing["candidates"][number]["excluded"]>;

const page = logPageOf(record);

/** The last time somebody was looked for in this handoff; `null`: nobody was yet, or the key does not read it. */
export async function lastRouting(
  client: SettingsClient,
  conversationId: string,
  handoffId: string,
): Promise<Routing | null> {
  let last: Routing | null = null;
  for (let after: number | null = 0; after !== null; ) {
    const path: string = `/api/v1/conversations/${encodeURIComponent(conversationId)}/records?limit=200&after=${after}`;
    const answer: Awaited<ReturnType<typeof client.call<typeof page>>> = await client.call("GET", path, {
      answer: page,
    });
    if (answer.status === "refused") return last;
    for (const item of answer.value.items) {
      if (item.type === "routing" && item.handoffId === handoffId) last = item;
    }
    after = answer.value.next;
  }
  return last;
}

const because: Readonly<Record<Excluded, string>> = {
  test: "is there for tests only",
  left: "works here no more",
  elsewhere: "is meant for other work",
  declined: "has declined it",
  absent: "is absent",
  "off-shift": "is off shift",
  offline: "is offline",
  away: "is away",
  busy: "is busy",
  ringing: "is asked about something else",
  full: "has no room",
  skill: "lacks the skill",
  language: "does not write the language",
};

/** Why nobody is asked right now, in words. */
export function describeRouting({ outcome, candidates, elsewhere, omitted = 0, lastAt, attempts }: Routing): string {
  const times = attempts > 1 ? `, ${attempts} times` : "";
  const looked = `${outcomeOf(outcome)} at ${lastAt}${times}`;
  const people = candidates.map(({ agentId, excluded }) =>
    excluded === null ? `${agentId} could have been` : `${agentId} ${because[excluded]}`,
  );
  const more = [...(omitted === 0 ? [] : [`${omitted} more`]), ...(elsewhere === 0 ? [] : [`${elsewhere} elsewhere`])];
  const those = [...people, ...more];
  return `${looked}: ${those.length === 0 ? "there is nobody whom it is for" : those.join(", ")}`;
}

function outcomeOf(outcome: Routing["outcome"]): string {
  switch (outcome.type) {
    case "ask":
      return `asked ${outcome.agentIds.join(", ")}`;
    case "give":
      return `given to ${outcome.agentId}`;
    case "nobody":
      return "nobody could be asked";
    case "overflow":
      return `overflowed (${outcome.action.type})`;
  }
}
