import type { ConversationBody } from "../../../protocol/conversations.ts";
import { aligned } from "../options/aligned.ts";

/** In one line: where it is and since when, how urgent and why, whose. */
export function rowOf(conversation: ConversationBody): readonly string[] {
  const { id, handoff, since, channelId, customer } = conversation;
  return [id, placeOf(conversation), `since ${since}`, ...urgencyOf(handoff), channelId, customer.name ?? customer.id];
}

function urgencyOf(handoff: ConversationBody["handoff"]): readonly [string, string] {
  return handoff ? [handoff.priority, handoff.reason] : ["-", "-"];
}

function placeOf({ phase, agentId, handoff, person, outcome }: ConversationBody): string {
  switch (phase) {
    case "bot":
      return "the bot has it";
    case "queue":
      return `waits for ${handoff?.destination ? `${handoff.destination.type} ${handoff.destination.id}` : "anybody"}${waysOf(handoff)}`;
    case "human":
      return person?.snoozedUntil ? `${agentId} has put it aside until ${person.snoozedUntil}` : `${agentId} has it`;
    case "closed":
      return `closed, ${outcome}`;
  }
}

/** The customer need not be there while they wait: it tells why nobody hurries. */
function waysOf(handoff: ConversationBody["handoff"]): string {
  if (handoff?.waits === "email") return " (to be answered by e-mail)";
  return handoff?.waits === "later" ? " (to be answered later)" : "";
}

/** Everything about it that an operator decides by; what was written stays in the console. */
export function describeConversation(conversation: ConversationBody, routing: string | null = null): string {
  const { id, customer, channelId, since, lastCustomerAt, tags, handoff, person, isTest } = conversation;
  const asked = [...(handoff?.pendingRequests ?? []), ...(person?.requests ?? [])];
  return [
    `${id}: ${placeOf(conversation)} since ${since}${isTest ? " (a test)" : ""}`,
    indented([
      ["customer", customer.name === null ? customer.id : `${customer.name} (${customer.id})`],
      ["channel", channelId],
      ["wrote last", lastCustomerAt],
      ...(tags.length === 0 ? [] : [["tags", tags.join(", ")]]),
      ...(handoff ? handoffRows(handoff) : []),
      ...(person ? personRows(person) : []),
      ...(routing === null ? [] : [["looked for", routing]]),
      ...asked.map(({ id: requestId, kind, agentId, expiresAt }) => [
        "asked",
        `${agentId} (${kind}) until ${expiresAt}: ${requestId}`,
      ]),
    ]),
  ].join("\n");
}

function handoffRows(handoff: NonNullable<ConversationBody["handoff"]>): readonly (readonly string[])[] {
  const { id, reason, priority, openedAt, decision, declinedBy, exhaustedAt } = handoff;
  const by = decision.ruleId === null ? "no rule" : `rule ${decision.ruleId}`;
  return [
    ["handoff", `${id}, opened ${openedAt}`],
    ["because", `${reason}, by ${by} of settings version ${decision.settingsVersion}`],
    ["priority", priority],
    ...(declinedBy.length === 0 ? [] : [["declined by", declinedBy.join(", ")]]),
    ...(exhaustedAt === null ? [] : [["nobody took it", exhaustedAt]]),
  ];
}

function personRows(person: NonNullable<ConversationBody["person"]>): readonly (readonly string[])[] {
  const { awaitsAnswer, advisers, ownerGone, snoozedUntil } = person;
  return [
    ["answer owed", awaitsAnswer ? "yes" : "no"],
    ...(advisers.length === 0 ? [] : [["advisers", advisers.join(", ")]]),
    ...(ownerGone === null ? [] : [["owner gone", `${ownerGone.because} since ${ownerGone.at}`]]),
    ...(snoozedUntil === null ? [] : [["put aside until", snoozedUntil]]),
  ];
}

function indented(rows: readonly (readonly string[])[]): string {
  return aligned(rows).replace(/^/gm, "  ");
}
