/** What people are told, and how they want to be told. */
import * as z from "zod";
import { anyId, cursorQuery, pageOf, time } from "./fields.ts";
import { noticeKinds } from "./notice-kinds.ts";
import { requestFields } from "./request-fields.ts";
import { destination, priority } from "./settings-rules.ts";

export const notificationsQuery = requestFields({
  ...cursorQuery,
  agentId: anyId.max(100).optional().meta({ description: "Whose. Needed unless the key is bound to an agent." }),
  unread: z.enum(["true", "false"]).optional().meta({ description: "`true`: only what was not read." }),
});

export const notification = z
  .object({
    id: z.string(),
    at: time,
    agentId: z.string(),
    kind: z.enum([...noticeKinds, "test"]),
    title: z.string().nullable().meta({ description: "In the agent's language; `null`: it was erased." }),
    lines: z
      .array(z.object({ label: z.string(), value: z.string() }))
      .meta({ description: "What else there is to know: why, where, how long they wait." }),
    conversationId: z.string().nullable(),
    subjectId: z.string().meta({ description: "The handoff's, the request's, the task's …" }),
    targets: z.array(destination).meta({ description: "Whom it was meant for." }),
    actorId: z.string().nullable().meta({ description: "The agent who brought it about." }),
    reason: z.string().nullable(),
    detail: z.string().nullable(),
    priority,
    readAt: time.nullable(),
  })
  .meta({ id: "Notification" });

export const notificationPage = pageOf(notification)
  .extend({
    language: z.string().meta({ description: "Of the titles and lines." }),
    unread: z.number().int().meta({ description: "How many were not read; 100 is a hundred or more." }),
  })
  .meta({ id: "NotificationPage" });

export const toldOf = z
  .object({
    id: z.string(),
    at: time,
    kind: z.enum(noticeKinds),
    subjectId: z.string(),
    target: destination,
    agentIds: z.array(z.string()).meta({ description: "The people it came to. None: nobody was there to be told." }),
    priority,
  })
  .meta({ id: "ToldOfConversation" });

export const ownAgent = requestFields({ agentId: anyId.max(100).optional() }).meta({
  id: "OwnAgent",
  description: "`agentId` is needed unless the key is bound to an agent.",
});

const choice = z.enum(["on", "away", "off"]).meta({
  description: "`away`: only while the agent is not available, and so would not see it in the product.",
});
const methods = requestFields({ "in-app": choice.optional(), email: choice.optional(), slack: choice.optional() });
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time like 22:00");

const quietHours = requestFields({
  timeZone: z
    .string()
    .min(1)
    .max(60)
    .nullable()
    .default(null)
    .refine((name) => name === null || isTimeZone(name), "must be the name of a time zone, as Europe/Berlin")
    .meta({ description: "IANA; `null`: the agent's own, else the team's." }),
  from: clockTime,
  to: clockTime.meta({ description: "At or before `from`: the next day." }),
  letsUrgentThrough: z.boolean().default(true),
})
  .refine(({ from, to }) => from !== to, "must not begin when they end")
  .meta({ id: "QuietHours" });

export const preferencesBody = requestFields({
  kinds: z
    .partialRecord(z.enum(noticeKinds), methods)
    .default({})
    .meta({ description: "By what happened. What is not named is as usual." }),
  quietHours: quietHours.nullable().default(null),
  slackMemberId: z
    .string()
    .regex(/^[UW][A-Z0-9]{2,20}$/, "must be a member's id, as U0123ABCD")
    .nullable()
    .default(null)
    .meta({ description: "`null`: found by the agent's e-mail address." }),
}).meta({ id: "NotificationPreferencesChange" });

export const preferences = preferencesBody
  .extend({
    agentId: z.string(),
    inForce: z
      .record(z.string(), z.object({ "in-app": choice, email: choice, slack: choice }))
      .meta({ description: "Every kind with what holds, chosen or usual." }),
    methods: z.array(z.enum(["in-app", "email", "slack"])).meta({ description: "Those that are configured." }),
  })
  .meta({ id: "NotificationPreferences" });

export const testRequest = requestFields({
  methods: z
    .array(z.enum(["in-app", "email", "slack"]))
    .min(1)
    .max(3)
    .default(["in-app", "email", "slack"]),
}).meta({ id: "NotificationTest" });

export const testResult = z
  .object({
    method: z.enum(["in-app", "email", "slack", "webhook"]),
    status: z.enum(["delivered", "failed", "not-configured", "no-address"]).meta({
      description: "`delivered`: the other side has accepted it. Whether it arrived, look there.",
    }),
    error: z.string().nullable(),
  })
  .meta({ id: "NotificationTestResult" });

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
