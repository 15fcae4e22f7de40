import * as z from "zod";
import { anyId, countQuery, cursorQuery, displayName, seenRevision, time, writtenText } from "./fields.ts";
import { languageTag } from "./language-tag.ts";
import { requestFields } from "./request-fields.ts";
import { settingsId } from "./settings-fields.ts";

export const presences = ["available", "busy", "away", "offline"] as const;
export const roles = ["admin", "lead", "agent"] as const;
const presence = z.enum(presences);
const role = z.enum(roles);
const agentId = anyId.max(100);
const capacity = z.number().int().min(0).max(1000);
const unique = (values: string[]) => [...new Set(values)];

const teamIds = z
  .array(anyId.max(100))
  .max(20)
  .overwrite(unique)
  .meta({ description: "Whose work they take. None: everybody's." });

/** As queues can name them: in one line, without half a character. */
const isLine = (name: string) => /^\S(.{0,58}\S)?$/su.test(name) && !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(name);
/** `constructor` is what plain objects answer to by themselves, so nothing may be called that. */
const isName = (name: string) => isLine(name) && name !== "constructor" && name !== "__proto__";

const skills = z
  .record(z.string(), z.int().min(1).max(5))
  .refine((levels) => Object.keys(levels).length <= 100, "must hold at most 100 skills")
  .refine((levels) => Object.keys(levels).every(isName), "must be named in 1 to 60 characters")
  .meta({ description: "By name, from 1 (can do it) to 5 (nobody does it better)." });

const channelLimits = z
  .record(z.string(), z.int().min(0).max(1000))
  .refine((limits) => Object.keys(limits).length <= 20, "must hold at most 20 kinds of channel")
  .refine((limits) => Object.keys(limits).every(isName), "must be named in 1 to 60 characters")
  .meta({ description: "By kind of channel, at most this many conversations at once." });

const timeZone = z
  .string()
  .max(100)
  .refine(isTimeZone, "must be a time zone such as Europe/Berlin")
  .nullable()
  .meta({ description: "For the times they read; `null`: the company's." });

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const absence = z.object({
  id: z.string(),
  from: time,
  to: time.nullable().meta({ description: "`null`: nobody knows yet." }),
  reason: z.string().nullable(),
  substituteId: z.string().nullable().meta({ description: "Who is asked instead." }),
});

const newAbsence = requestFields({
  id: anyId.max(100).optional().meta({ description: "Without it one is made." }),
  from: z.iso.datetime({ offset: true }),
  to: z.iso.datetime({ offset: true }).nullish(),
  reason: displayName.nullish(),
  substituteId: agentId.nullish(),
});

const shift = settingsId
  .nullable()
  .meta({ description: "The hours by which they work; `null`: when they are present." });
const languages = z.array(languageTag).max(30).overwrite(unique).meta({ description: "They write to customers in." });
const locale = languageTag.nullable().meta({ description: "Of what they are told; `null`: the company's." });

export const agent = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    role,
    presence,
    status: z
      .object({
        id: z.string().nullable().meta({ description: "One of the company's own; `null`: the plain word." }),
        reason: z.string().nullable().meta({
          description: "In their words, or `missed-requests` and `disconnected` where the system found them gone.",
        }),
        since: time.nullable(),
        by: z.enum(["self", "lead", "system"]),
      })
      .meta({ description: "What stands behind the presence." }),
    capacity: z.number().meta({ description: "Units of work at once; most conversations take one." }),
    mostCapacity: z.number().meta({ description: "As a lead set it: they may take less of themselves, never more." }),
    channelLimits: z.record(z.string(), z.number()),
    holds: z
      .array(z.object({ conversationId: z.string(), as: z.enum(["offered", "open", "idle"]) }))
      .meta({ description: "What they have now, offers included." }),
    skills: z.record(z.string(), z.number()),
    languages: z.array(z.string()),
    teamIds: z.array(z.string()).meta({ description: "Whose work they take. None: everybody's." }),
    shift: z.string().nullable(),
    absences: z.array(absence),
    timeZone: z.string().nullable(),
    locale: z.string().nullable(),
    isTest: z.boolean(),
    leftAt: time.nullable().meta({ description: "Since when they work here no more." }),
    revision: z.number().int().meta({
      description: "Rises with what is decided about them, not with presence or what they hold. For `PATCH`.",
    }),
  })
  .meta({ id: "Agent" });

const fields = {
  name: displayName,
  email: z.email().max(320).nullable(),
  role,
  presence,
  capacity,
  channelLimits,
  skills,
  languages,
  teamIds,
  shift,
  absences: z.array(newAbsence).max(100),
  timeZone,
  locale,
};

export const newAgent = requestFields({
  id: agentId.optional().meta({ description: "Your own id of this person; without it one is made." }),
  ...z.object(fields).partial().shape,
  name: displayName,
  presence: presence.default("away"),
  capacity: capacity.default(5),
  teamIds: teamIds.default([]),
}).meta({ id: "NewAgent" });

export const agentChange = requestFields(fields)
  .partial()
  .extend({
    hasLeft: z.literal(false).optional().meta({ description: "They are back." }),
    revision: seenRevision,
  })
  .meta({ id: "AgentChange" });

export const agentsQuery = requestFields({
  ...cursorQuery,
  limit: countQuery(500, 500),
  role: role.optional(),
  team: anyId.max(100).optional(),
  presence: presence.optional(),
  skill: z.string().min(1).max(60).optional(),
  left: z
    .enum(["yes", "no"])
    .optional()
    .meta({ description: "Those who left, or those who did not; both without it." }),
});

export const presenceBody = requestFields({
  status: settingsId.optional().meta({ description: "One of the company's own, by id." }),
  presence: presence.optional().meta({ description: "The plain word, where no status is given." }),
  reason: displayName.nullish(),
})
  .refine(
    ({ status, presence: word }) => (status === undefined) !== (word === undefined),
    "must hold either `status` or `presence`",
  )
  .meta({ id: "SetPresence" });

export const presenceDay = z
  .object({
    day: z.string().meta({ description: "As `2026-11-21`, in UTC." }),
    entries: z.array(
      z.object({
        at: time,
        presence,
        statusId: z.string().nullable(),
        reason: z.string().nullable(),
        by: z.enum(["self", "lead", "system"]),
      }),
    ),
  })
  .meta({ id: "PresenceDay" });

export const seenAnswer = z
  .object({
    presence: presence.nullable().meta({ description: "As they are now; `null`: nothing has changed." }),
  })
  .meta({ id: "Seen" });

const note = writtenText.max(4_000);

export const handOverBody = requestFields({
  agentId: agentId.optional().meta({ description: "To this colleague." }),
  destination: z
    .strictObject({ type: z.enum(["queue", "team", "agent"]), id: anyId })
    .optional()
    .meta({ description: "To where others take them from. Without either: to where each of them came from." }),
  note: note.nullish().meta({ description: "For those that have no note of their own." }),
  notes: z
    .record(z.string(), note)
    .refine((notes) => Object.keys(notes).length <= 500, "must hold at most 500 notes")
    .optional()
    .meta({ description: "By conversation, for whoever comes next." }),
})
  .refine(
    ({ agentId: to, destination }) => to === undefined || destination === undefined,
    "must hold at most one of `agentId` and `destination`",
  )
  .meta({ id: "HandOver" });

export const assignManyBody = requestFields({
  conversationIds: z.array(anyId).min(1).max(1_000),
  agentId,
  byAgentId: agentId.optional().meta({ description: "Who decides it, where the key speaks for nobody." }),
  evenIfAway: z.boolean().default(false),
  tellsCustomer: z.boolean().default(true),
}).meta({ id: "AssignMany" });

const bulkItem = <Done extends string>(done: Done) =>
  z.object({
    conversationId: z.string(),
    status: z.enum([done, "refused", "missing"]),
    code: z.string().nullable().meta({ description: "Why it was refused." }),
    detail: z.string().nullable(),
  });

export const handedOver = z.object({ items: z.array(bulkItem("handed-over")) }).meta({ id: "HandedOver" });
export const assignedMany = z.object({ items: z.array(bulkItem("assigned")) }).meta({ id: "AssignedMany" });

export type AgentBody = z.output<typeof agent>;
