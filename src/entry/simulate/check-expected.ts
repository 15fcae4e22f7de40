import { type Message, textOf } from "../../core/conversation/message.ts";
import type { Alert, Handoff } from "../../core/conversation/state.ts";
import { pendingAsks } from "../../core/requests/pending-asks.ts";
import type { Destination } from "../../core/rules/rule.ts";
import { checkPacket } from "./check-packet.ts";
import { lookAt, type Seen } from "./look-at.ts";
import type { Check } from "./outcome.ts";
import type { Expected } from "./script-expect.ts";
import type { World } from "./world.ts";

type Fact = string | number | boolean | null | readonly string[];
type Compared = Exclude<keyof Expected, "customer" | "lastTextContains" | "signals" | "packet">;

/** What the script may expect of a conversation, and where each of it is read. */
const facts: Readonly<Record<Compared, (seen: Seen) => Fact>> = {
  phase: ({ conversation }) => conversation.control.phase,
  agent: ({ conversation: { control } }) => (control.phase === "human" ? control.agentId : null),
  asked: (seen) => askedIn(seen)[0] ?? null,
  askedAll: askedIn,
  advisers: ({ conversation: { control } }) => (control.phase === "human" ? control.advisers : []),
  waits: ({ conversation: { control } }) => (control.phase === "queue" ? control.handoff.waits : null),
  ownerGone: ({ conversation: { control } }) =>
    control.phase === "human" ? (control.ownerGone?.because ?? null) : null,
  idle: ({ conversation: { control } }) => control.phase === "human" && control.isIdle,
  lastRequest: ({ records }) =>
    records
      .flatMap((record) => (record.type === "request" && record.end ? [record.end] : []))
      .sort(byTime)
      .at(-1)?.status ?? null,
  returned: (seen) => handoffIn(seen)?.course.returned ?? 0,
  reason: ({ conversation: { control } }) => (control.phase === "queue" ? control.handoff.reason : null),
  lastText,
  lastAuthor: ({ messages }) => messages.at(-1)?.author.type ?? null,
  lastMoment: ({ messages }) => {
    const author = messages.findLast(isOutgoing)?.author;
    return author?.type === "system" ? author.moment : null;
  },
  lastDelivery: ({ messages }) => messages.findLast(isOutgoing)?.delivery.status ?? null,
  texts: ({ arrived }) => arrived.length,
  botTexts: ({ arrived }) => arrived.filter(({ author }) => author === "bot").length,
  agentTexts: ({ arrived }) => arrived.filter(({ author }) => author === "agent").length,
  systemTexts: ({ arrived }) => arrived.filter(({ author }) => author === "system").length,
  customerTexts: ({ messages }) => messages.filter(({ author }) => author.type === "customer").length,
  deadLetters: ({ deadLetters }) => deadLetters,
  action: ({ decided }) => decided?.action ?? null,
  rule: ({ decided }) => decided?.rule?.id ?? null,
  destination: (seen) => {
    const destination = called(seen)?.destination;
    return destination ? nameOf(destination) : null;
  },
  priority: ({ conversation: { control } }) => (control.phase === "queue" ? control.handoff.priority : null),
  offerOpen: ({ conversation }) => conversation.engagement.offer?.isOpen === true,
  restraint: ({ conversation: { restraint }, now }) =>
    restraint !== null && restraint.until > now ? restraint.type : null,
  notified: ({ notifications }) => [...new Set(notifications.map(({ target }) => nameOf(target)))].sort(),
  locale: ({ conversation }) => conversation.locale,
  settingsVersion: ({ settingsVersion }) => settingsVersion,
};

export async function checkExpected(
  world: World,
  { customer, lastTextContains, signals, packet, ...expected }: Expected,
  conversationId: string | null,
): Promise<Check[]> {
  const conversation = conversationId === null ? null : await world.engine.conversations.get(conversationId);
  if (!conversation) return [{ claim: `${customer} has a conversation`, problem: "there is none" }];
  const seen = await lookAt(world, conversation);
  const checks = Object.entries(expected).map(([name, wanted]): Check => {
    const found = facts[name as Compared](seen);
    return { claim: `${name}: ${show(wanted)}`, problem: isSame(found, wanted) ? null : `found ${show(found)}` };
  });
  if (lastTextContains !== undefined) {
    const text = lastText(seen);
    const isThere = text?.includes(lastTextContains) === true;
    const claim = `lastTextContains: ${show(lastTextContains)}`;
    checks.push({ claim, problem: isThere ? null : `found ${show(text)}` });
  }
  if (signals !== undefined) checks.push(checkSignals(seen, signals));
  if (packet !== undefined) checks.push(...checkPacket(seen.packet, packet));
  return checks;
}

/** All of them and no other, each by its name or with its detail. */
function checkSignals({ decided }: Seen, wanted: readonly string[]): Check {
  const heard = (decided?.signals ?? []).map(({ id, detail }) => [id, `${id}:${detail}`]);
  const isSaid = (name: string) => heard.some((names) => names.includes(name));
  const isAll = wanted.every(isSaid) && heard.every((names) => names.some((name) => wanted.includes(name)));
  const found = (decided?.signals ?? []).map(({ id, detail }) => (detail === null ? id : `${id}:${detail}`));
  return { claim: `signals: ${show(wanted)}`, problem: isAll ? null : `found ${show(found)}` };
}

function askedIn({ conversation: { control } }: Seen): readonly string[] {
  return pendingAsks(control).flatMap(({ pending }) => pending.map(({ agentId }) => agentId));
}

function handoffIn({ conversation: { control } }: Seen): Handoff | null {
  return control.phase === "bot" ? null : control.handoff;
}

function byTime(one: { readonly at: number }, other: { readonly at: number }): number {
  return one.at - other.at;
}

function called({ conversation: { control } }: Seen): Handoff | Alert | null {
  if (control.phase === "queue") return control.handoff;
  return control.phase === "closed" ? null : control.alert;
}

function nameOf({ type, id }: Destination): string {
  return `${type}:${id}`;
}

/** The last thing the customer or the team can read, notes included. */
function lastText({ messages }: Seen): string | null {
  const last = messages.at(-1);
  return last ? textOf(last.content) : null;
}

function isOutgoing({ author }: Message): boolean {
  return author.type === "bot" || author.type === "agent" || author.type === "system";
}

/** Lists in any order. */
function isSame(found: Fact, wanted: Fact | undefined): boolean {
  if (typeof found !== "object" || found === null || typeof wanted !== "object" || wanted === null)
    return found === wanted;
  return show([...found].sort()) === show([...wanted].sort());
}

function show(value: Fact | undefined): string {
  return JSON.stringify(value ?? null);
}
