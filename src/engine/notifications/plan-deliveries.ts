import type { ChosenMethods, Push } from "../../core/notifications/choose-methods.ts";
import type { PushMethod } from "../../core/notifications/preferences.ts";
import type { Recipient } from "../../core/notifications/recipients.ts";
import type { Destination } from "../../core/rules/rule.ts";
import type { Notifier, Told } from "../../ports/notifier.ts";
import type { Commit, NewEffect } from "../../ports/store.ts";
import {
  type DeliverTo,
  type HeldItem,
  heldKey,
  heldView,
  type InboxItem,
  inboxKey,
  type NotificationDeliver,
  notificationViews,
  type WebhookEndpoint,
} from "./documents.ts";

type Planned = Pick<Commit, "puts" | "index" | "effects">;

/** For one person: what they see in the product, and one delivery for each of their other ways. */
export function planForPerson(
  noticeId: string,
  { agent, as }: Recipient,
  told: Told,
  { isInApp, pushes }: ChosenMethods,
): Planned {
  const id = `${noticeId}.${agent.id}`;
  const personal = { agentId: agent.id, told, isPersonal: as !== "member", itemId: isInApp ? id : null };
  const plans = pushes.map((push) => planPush(id, personal, push));
  const shown = isInApp ? [planShown(id, personal)] : [];
  return {
    puts: [...shown, ...plans].flatMap(({ puts }) => puts),
    index: [...shown, ...plans].flatMap(({ index }) => index),
    effects: plans.flatMap(({ effects }) => effects),
  };
}

interface PersonalNotice {
  readonly agentId: string;
  readonly told: Told;
  readonly isPersonal: boolean;
  readonly itemId: string | null;
}

function planShown(id: string, { agentId, told, isPersonal }: PersonalNotice): Planned {
  const item: InboxItem = { schemaVersion: 1, id, agentId, told, isPersonal, readAt: null };
  const entry = { change: "put", key: agentId, sort: told.at, ...inboxKey(id), previousKey: null } as const;
  const index = [notificationViews.inbox, notificationViews.unread].map((view) => ({ ...entry, view }));
  return { puts: [{ ...inboxKey(id), body: item }], index, effects: [] };
}

function planPush(id: string, { agentId, ...personal }: PersonalNotice, { method, heldUntil }: Push): Planned {
  const { told } = personal;
  const pushId = `${id}.${method}`;
  if (heldUntil === null) {
    return {
      puts: [],
      index: [],
      effects: [deliverEffect(pushId, { type: "agent", agentId, method, ...personal }, told)],
    };
  }
  const item: HeldItem = { schemaVersion: 1, id: pushId, ...personal, heldUntil };
  const entry = { key: agentId, sort: told.at, ...heldKey(pushId), previousKey: null };
  // Everything held back until one moment shares one delivery: the second one has an id that is already known.
  const effect = heldEffect(`held.${agentId}.${method}.${heldUntil}`, { agentId, method, dueAt: heldUntil });
  return {
    puts: [{ ...heldKey(pushId), body: item }],
    index: [{ change: "put", view: heldView(method), ...entry }],
    effects: [effect],
  };
}

interface HeldDelivery {
  readonly agentId: string;
  readonly method: PushMethod;
  readonly dueAt: number;
}

/** Of no conversation: erasing one must not take the others' with it. */
export function heldEffect(id: string, { agentId, method, dueAt }: HeldDelivery): NewEffect {
  const body: NotificationDeliver = {
    type: "notification-deliver",
    to: { type: "held", agentId, method },
    firstAt: dueAt,
  };
  return { id, lane: null, pool: poolOf(body.to), dueAt, owner: "", body, whenLeased: [] };
}

/** Teams that have a place of their own are told there; everybody else's goes to the place for all, if there is one. */
export function planForPlaces(
  noticeId: string,
  told: Told,
  { method, capabilities: { places } }: Pick<Notifier, "method" | "capabilities">,
  teamsOf: (target: Destination) => readonly string[],
): readonly NewEffect[] {
  const reached = new Set<string>();
  for (const target of told.targets.filter(({ type }) => type !== "agent")) {
    const own = teamsOf(target).filter((id) => places.includes(id));
    for (const id of own.length > 0 ? own : ["*"]) if (places.includes(id)) reached.add(id);
  }
  return [...reached].map((id) => {
    const to = { type: "place", method, id, told } as const;
    return deliverEffect(`${noticeId}.${method}.${id}`, to, told);
  });
}

export function planForEndpoints(
  noticeId: string,
  told: Told,
  endpoints: readonly WebhookEndpoint[],
): readonly NewEffect[] {
  return endpoints
    .filter(({ isEnabled, kinds }) => isEnabled && (kinds.length === 0 || kinds.some((kind) => kind === told.kind)))
    .map(({ id }) => deliverEffect(`${noticeId}.${id}`, { type: "endpoint", endpointId: id, told }, told));
}

/** A slow receiver fills its own pool and nobody else's. */
function poolOf(to: DeliverTo): string {
  return to.type === "endpoint" ? `notify-webhook:${to.endpointId}` : `notify-${to.method}`;
}

function deliverEffect(id: string, to: DeliverTo, { at, conversationId }: Told): NewEffect {
  const body: NotificationDeliver = { type: "notification-deliver", to, firstAt: at };
  return { id, lane: null, pool: poolOf(to), dueAt: at, owner: conversationId ?? "", body, whenLeased: [] };
}
