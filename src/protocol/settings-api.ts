/** Bodies of the settings' routes: versions, drafts and what stands against them. */
import * as z from "zod";
import { seenRevision, time } from "./fields.ts";
import { requestFields } from "./request-fields.ts";
import { settingsBody } from "./settings.ts";
import { filledLine, writing } from "./settings-fields.ts";

const part = z.string().meta({ description: "`detection`, or `rules/legal-first`." });
const note = writing(1_000);
const number = z.number().int().meta({ description: "0 is what the workspace started with." });
const partValue = z.unknown().meta({ description: "As the part is in `Settings`; `null`: there is none." });
const parts = z.array(part).meta({ description: "What became different." });

export const versionNumber = z.object({
  number: z.coerce.number().int().min(0).max(1_000_000_000).meta({ type: "integer", minimum: 0 }),
});

export const settingsVersion = z
  .object({
    number,
    author: z.string().nullable().meta({ description: "`key:{id}` or `admin`; `null`: nobody published it." }),
    note: z.string(),
    at: time.nullable(),
    base: number.nullable().meta({ description: "The version before it." }),
    draft: z.object({ id: z.string(), name: z.string() }).nullable(),
    restoredFrom: number.nullable(),
    parts,
  })
  .meta({ id: "SettingsVersion" });

export const settingsInFull = settingsVersion.extend({ settings: settingsBody }).meta({ id: "SettingsVersionInFull" });

const partChange = z.object({ part, before: partValue, after: partValue }).meta({ id: "PartChange" });

export const settingsDiff = z
  .object({ number, against: number, changes: z.array(partChange) })
  .meta({ id: "SettingsDiff" });

export const diffQuery = requestFields({
  against: versionNumber.shape.number.optional().meta({ description: "Default: the version before it." }),
});

const settingsProblem = z
  .object({
    part,
    path: z.string().meta({ description: "Within the part, as `then.destination`; empty: all of it." }),
    code: z.string(),
    message: z.string(),
    severity: z.enum(["error", "warning"]).meta({ description: "An error keeps the draft from being published." }),
  })
  .meta({ id: "SettingsProblem" });

const draftConflict = z
  .object({ part, version: number, author: z.string() })
  .meta({ id: "DraftConflict", description: "Published by somebody else after the draft's author looked." });

export const settingsDraft = z
  .object({
    id: z.string(),
    name: z.string(),
    note: z.string(),
    author: z.string(),
    createdAt: time,
    updatedBy: z.string(),
    updatedAt: time,
    revision: z.number().int(),
    baseVersion: number.meta({ description: "The version whose parts the author has seen." }),
    parts: z.array(part).meta({ description: "What the draft is about." }),
    schedule: z.object({ at: time, by: z.string(), note: z.string() }).nullable(),
    failure: z
      .object({
        at: time,
        because: z.enum(["conflict", "invalid", "unchanged"]),
        problems: z.array(settingsProblem),
        conflicts: z.array(part),
      })
      .nullable()
      .meta({ description: "Why it was not published when its time came." }),
  })
  .meta({ id: "SettingsDraft" });

export const draftCheck = z
  .object({
    version: number.meta({ description: "In force: what the draft was checked on." }),
    isPublishable: z.boolean(),
    changes: z.array(partChange).meta({ description: "From the version in force to the draft on it." }),
    problems: z.array(settingsProblem),
    conflicts: z.array(draftConflict),
  })
  .meta({ id: "DraftCheck" });

export const draftInFull = settingsDraft.extend(draftCheck.shape).meta({ id: "SettingsDraftInFull" });

/** What is in each part is looked at by itself, so that mistakes are told with their part. */
const changes = z
  .record(z.string(), z.unknown())
  .meta({ description: "By part, with all of its fields; `null` removes it. Sections cannot be removed." });

export const newDraft = requestFields({
  name: filledLine(200),
  note: note.default(""),
  changes: changes.default({}),
  baseVersion: z
    .number()
    .int()
    .min(0)
    .optional()
    .meta({ description: "What you worked on; default: the version in force." }),
}).meta({ id: "NewSettingsDraft" });

export const draftChange = requestFields({
  name: filledLine(200).optional(),
  note: note.optional(),
  changes: changes.default({}),
  undo: z
    .array(z.string().max(100))
    .max(2_000)
    .default([])
    .meta({ description: "Parts to leave as they are in force." }),
  revision: seenRevision,
}).meta({ id: "SettingsDraftChange" });

export const draftRebase = requestFields({
  version: z.number().int().min(0).optional().meta({ description: "What you have seen; default: the one in force." }),
  revision: seenRevision,
}).meta({ id: "SettingsDraftRebase" });

export const draftPublish = requestFields({
  note: note.optional().meta({ description: "Default: the draft's own." }),
  at: z.iso.datetime({ offset: true }).optional().meta({ description: "Later, within a year; default: now." }),
  revision: seenRevision,
}).meta({ id: "SettingsDraftPublish" });

export const published = z
  .discriminatedUnion("status", [
    z.object({ status: z.literal("published"), version: settingsVersion }),
    z.object({ status: z.literal("scheduled"), draft: settingsDraft }),
  ])
  .meta({ id: "SettingsPublished" });

export const versionRestore = requestFields({
  parts: z
    .array(z.string().max(100))
    .min(1)
    .max(2_000)
    .optional()
    .meta({ description: "These alone; default: all of the version." }),
  note: note.default(""),
}).meta({ id: "SettingsRestore" });
