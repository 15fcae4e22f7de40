import * as z from "zod";
import type { ApiClient } from "./api-client.ts";

/** What a lead has settled before the first customer comes: short times, so that they run out while things are killed. */
export const requestSeconds = 5;
export const leaverId = "lea";
export const replacementId = "kim";
const reminderTemplate = "reminder";

const inForce = z.object({ number: z.number(), settings: z.record(z.string(), z.unknown()) });
const anything = z.unknown();

export interface OfficeSettings {
  readonly number: number;
  /** As one text, to look for a name in. */
  readonly text: string;
}

export async function readOffice(api: ApiClient): Promise<OfficeSettings> {
  const { number, settings } = await api.get("/settings", inForce);
  return { number, text: JSON.stringify(settings) };
}

export async function openOffice(api: ApiClient): Promise<void> {
  const { settings } = await api.get("/settings", inForce);
  const people = settings.people as object;
  const { chat } = settings.queues as { chat: object };
  const seconds = { offer: requestSeconds, assign: requestSeconds, discuss: requestSeconds };
  await publish(api, "The office", {
    people: { ...people, requestSeconds: seconds, missedBeforeAway: 3, ringsAtOnce: 3 },
    ...team("billing"),
    ...team("returns"),
    "queues/billing": { ...chat, id: "billing", name: "Billing", teams: ["billing"] },
    [`taskTemplates/${reminderTemplate}`]: {
      ...{ id: reminderTemplate, name: "Call back", kind: "call-back", dueMinutes: 2, dueIn: "always" },
      ...{ owner: { type: "nobody" }, remindBefore: [1], when: [], sendsMessage: false },
    },
  });
}

/** A rule sends to whoever will leave what is meant for them: the case handoff has to find that. */
export async function nameLeaver(api: ApiClient): Promise<void> {
  await publish(api, "A rule for one person", {
    "rules/for-the-leaver": {
      ...{ id: "for-the-leaver", name: "Meant for one person", isEnabled: true, position: 5, reviewedAt: null },
      when: [{ type: "signal", is: ["flag:for-the-leaver"] }],
      then: {
        ...{ action: "handoff", destination: { type: "agent", id: leaverId }, behaviour: "reassign" },
        ...{ fallback: null, assistsWhileWaiting: null, priority: "normal", notify: [], tasks: [] },
      },
    },
  });
}

/** From now on three are asked at once, and the first to say yes has it. */
export async function askManyAtOnce(api: ApiClient): Promise<void> {
  const { settings } = await api.get("/settings", inForce);
  const { chat } = settings.queues as { chat: object };
  await publish(api, "Three at once", { "queues/chat": { ...chat, strategy: { type: "broadcast", most: 3 } } });
}

/** A follow-up of which its owner is reminded so long before it is due: until it is put off, in a minute. */
export const reminderMs = 60_000;

export function reminded(ownerId: string): object {
  return { templateId: reminderTemplate, ownerId };
}

function team(id: string): Record<string, object> {
  return { [`teams/${id}`]: { id, name: id, hours: "always", headId: null } };
}

async function publish(api: ApiClient, name: string, changes: object): Promise<void> {
  const draft = await api.ask(
    "/settings/drafts",
    { name, changes },
    z.object({ id: z.string() }),
    `draft-${name.replaceAll(" ", "-")}`,
  );
  await api.ask(`/settings/drafts/${draft.id}/publish`, {}, anything, `publish-${name.replaceAll(" ", "-")}`);
}
