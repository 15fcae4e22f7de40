/** Moving what one person is responsible for to others: chosen, verified, started, and undone. */
import * as z from "zod";
import { anyId, countQuery, seenRevision, time } from "./fields.ts";
import { requestFields } from "./request-fields.ts";

const instant = z.iso.datetime({ offset: true });

const target = z
  .discriminatedUnion("type", [
    z.strictObject({ type: z.literal("employee"), id: anyId }),
    z.strictObject({
      type: z.literal("head"),
      id: anyId.nullable().default(null).meta({ description: "Which one, where they have two; else `null`." }),
    }),
    z.strictObject({
      type: z.literal("department"),
      id: anyId.meta({ description: "A team of the settings. Whoever is absent gets nothing." }),
      strategy: z.enum(["random", "least-loaded"]).default("random"),
    }),
  ])
  .meta({ id: "CaseTarget" });

const moduleId = z.string().regex(/^[a-z][a-z0-9-]{0,47}$/, "must be 1 to 48 of a-z, 0-9 and -");

const choices = {
  method: z
    .enum(["one-person", "by-module"])
    .meta({ description: "`by-module`: each module has a target of its own." }),
  target: target.nullable().meta({ description: "Whom everything goes to, with `one-person`." }),
  modules: z
    .record(moduleId, z.strictObject({ isEnabled: z.boolean().default(true), target: target.nullable().default(null) }))
    .meta({ description: "By module. One that is not named takes part." }),
  whenFull: z
    .enum(["queue", "skip"])
    .meta({ description: "A conversation whose new owner has no room: waits in their team's queue, or stays." }),
  tellsCustomers: z.boolean().meta({ description: "Each customer is told who looks after them now." }),
  returnAt: instant.nullable().meta({ description: "Everything goes back at this time." }),
  returnsByForce: z.boolean().meta({ description: "Then also what others have changed since." }),
  leaves: z.boolean().meta({ description: "When everything has gone, they work here no more." }),
  replacementId: anyId
    .nullable()
    .meta({ description: "Who is named in the settings instead of them, as a version of its own; `null`: nobody." }),
  keptDays: z
    .int()
    .min(1)
    .max(3_650)
    .meta({ description: "So long after its end every item can be read and undone. By itself 90." }),
};

const caseChoices = z.object(choices).meta({ id: "CaseChoices" });

export const newCaseHandoff = requestFields({
  subjectId: anyId.meta({ description: "Whose work it is." }),
  ...z.strictObject(choices).partial().shape,
}).meta({ id: "NewCaseHandoff" });

export const caseHandoffChange = requestFields({
  revision: seenRevision,
  ...z.strictObject(choices).partial().shape,
}).meta({ id: "CaseHandoffChange" });

export const caseStart = requestFields({
  hash: z
    .string()
    .regex(/^[0-9a-f]{32}$/, "must be the hash that verifying answered: 32 of 0-9 and a-f")
    .meta({ description: "Of the plan you have verified." }),
}).meta({ id: "CaseStart" });

export const caseUndo = requestFields({
  force: z.boolean().default(false).meta({ description: "Also what others have changed since." }),
}).meta({ id: "CaseUndo" });

const count = z.int();
const act = z.object({ by: z.string(), at: time });
const place = z.object({ part: z.string(), path: z.string() });

const counts = z
  .object({
    pending: count,
    moved: count,
    "skipped-changed": count.meta({ description: "Somebody changed it after it was verified." }),
    failed: count,
    returned: count,
    "left-alone": count.meta({ description: "Changed by people since, so undoing did not touch it." }),
  })
  .meta({ id: "CaseCounts" });

const plan = z
  .object({
    hash: z.string().meta({ description: "Starting needs it: what is started is what was seen." }),
    verified: act,
    total: count,
    modules: z.array(
      z.object({
        id: z.string(),
        count,
        shares: z
          .array(z.object({ agentId: z.string().nullable(), count }))
          .meta({ description: "Who gets how many. `null`: nobody has room." }),
        overflow: z.object({ type: z.string(), id: z.string() }).nullable().meta({
          description: "Where what nobody has room for waits if no queue sent it; `null`: where it came from.",
        }),
      }),
    ),
    names: z.object({
      settingsVersion: count,
      places: z.array(place).meta({ description: "Settings that name them: new work keeps coming by these." }),
      substituteOf: z.array(z.string()).meta({
        description: "People whose absence names them as the substitute; with `replacementId` it names that one then.",
      }),
      changedParts: z.array(z.string()).meta({ description: "What the case handoff will publish." }),
    }),
    warnings: z.array(z.object({ code: z.string(), agentId: z.string().optional(), count: count.optional() })),
  })
  .meta({ id: "CasePlan" });

const caseStatuses = [
  ...(["draft", "verified", "running", "completed", "completed-with-errors"] as const),
  ...(["stopped", "undoing", "undone"] as const),
] as const;

export const caseHandoff = z
  .object({
    id: z.string(),
    subjectId: z.string(),
    status: z.enum(caseStatuses),
    revision: count,
    created: act,
    choices: caseChoices,
    plan: plan.nullable().meta({ description: "`null`: not verified, or edited since." }),
    counts,
    countsByModule: z.record(z.string(), counts),
    started: act.nullable(),
    stopped: act.nullable(),
    undo: act.extend({ cause: z.enum(["asked", "date"]), force: z.boolean() }).nullable(),
    endedAt: time.nullable(),
    settings: z
      .object({
        status: z.enum(["published", "unchanged", "conflict", "invalid"]),
        version: count.nullable(),
        draftId: z.string().nullable().meta({ description: "Kept for a lead to look at and publish." }),
        problems: z.array(z.string()),
      })
      .nullable(),
    substitutes: z
      .object({
        changed: z.array(z.object({ agentId: z.string(), absenceId: z.string() })),
        keptOf: z
          .array(z.string())
          .meta({ description: "Whose absences name them still: nobody is their own substitute." }),
      })
      .nullable()
      .meta({
        description: "What became of absences that name them as the substitute; `null`: nothing was to be done.",
      }),
    leaving: z
      .object({ status: z.enum(["left", "holds"]), at: time.nullable(), count: count.nullable() })
      .nullable()
      .meta({ description: "`holds`: they stay, because something is still theirs." }),
    remaining: z
      .record(z.string(), count)
      .nullable()
      .meta({ description: "What they had when it ended, by module: it came after the plan was verified." }),
    itemsKeptUntil: time
      .nullable()
      .meta({ description: "Until when it can be undone, item by item; `null`: not said yet, or over." }),
    itemsGoneAt: time
      .nullable()
      .meta({ description: "Since when only counts and names are kept, and nothing can be undone." }),
    /** Lists and filters are right at once: there is no index that lags behind. */
    isIndexing: z.literal(false),
  })
  .meta({ id: "CaseHandoff" });

export const caseItem = z
  .object({
    id: z.string(),
    module: z.string(),
    kind: z.string(),
    reference: z.string(),
    status: z.enum(["pending", "moved", "skipped-changed", "failed", "returned", "left-alone"]),
    reason: z.string().nullable(),
    from: z.string(),
    to: z.string().nullable(),
    placed: z
      .object({ type: z.enum(["agent", "queue", "nobody"]), id: z.string().nullable() })
      .nullable()
      .meta({ description: "Where it is now, as far as the case handoff brought it." }),
    changedAt: time,
  })
  .meta({ id: "CaseItem" });

export const caseItemsQuery = requestFields({
  status: z.enum(["pending", "moved", "skipped-changed", "failed", "returned", "left-alone"]).optional(),
  limit: countQuery(200, 50),
  cursor: z.string().min(1).max(1024).optional(),
});

export const casePreview = z
  .object({
    subjectId: z.string(),
    modules: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          count,
          isCut: z.boolean().meta({ description: "There are more than were counted." }),
          error: z.string().nullable(),
        }),
      )
      .meta({ description: "Only those in which they have something active." }),
    heads: z.array(z.object({ agentId: z.string(), teamIds: z.array(z.string()) })),
    names: z.array(place).meta({ description: "Settings that name them." }),
  })
  .meta({ id: "CasePreview" });

export type CaseHandoffBody = z.output<typeof caseHandoff>;
export type CaseItemBody = z.output<typeof caseItem>;
export type CasePreviewBody = z.output<typeof casePreview>;
