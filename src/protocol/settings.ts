/** What support leads decide. Unknown fields are refused everywhere: a misspelt one would be a setting nobody has. */
import * as z from "zod";
import { byLocale, filledLine, line, localeTag, outsideId, settingsId, writing } from "./settings-fields.ts";
import {
  attachmentKinds,
  hoursStates,
  settingsMoments,
  settingsSignals,
  signalPolicies,
  type weekdays,
} from "./settings-names.ts";
import {
  exhaustion,
  people,
  queue,
  reasons,
  sla,
  startingExhaustion,
  surveys,
  taskTemplate,
  team,
} from "./settings-people.ts";
import { destination, rule } from "./settings-rules.ts";

const policy = z.enum(signalPolicies);

const company = z
  .strictObject({
    name: line(80),
    defaultLocale: localeTag.meta({ description: "For customers whose language nobody knows." }),
    contact: writing(300).meta({ description: "Another way to reach you; empty: none." }),
  })
  .meta({ id: "CompanySettings" });

const detection = z
  .strictObject({
    departmentsCount: z.boolean(),
    signals: z.partialRecord(z.enum(settingsSignals), policy),
    repetitions: z.int().min(2).max(20),
    failedAttempts: z.int().min(1).max(20),
    botTurns: z.int().min(1).max(1_000).nullable(),
    minConfidence: z.number().min(0).max(1).nullable(),
    unreadable: z.partialRecord(z.enum(attachmentKinds), policy),
    intents: z.array(filledLine(100)).max(200),
  })
  .meta({ id: "DetectionSettings" });

const handoff = z
  .strictObject({
    destination,
    ownerFirst: z
      .boolean()
      .default(false)
      .meta({ description: "Before `destination`: to whoever looks after the customer, where somebody does." }),
    assistsWhileWaiting: z.boolean(),
    waitingTextHours: z.number().min(0).max(168),
    placeTextMinutes: z.int().min(1).max(1_440).nullable().default(5),
    alertMinutes: z.int().min(1).max(10_080),
    exhaustion: exhaustion.default(startingExhaustion),
  })
  .meta({ id: "HandoffSettings" });

const times = z.int().min(1).max(100);

const abuse = z
  .strictObject({
    isEnabled: z.boolean(),
    warnAfter: times,
    limitAfter: times,
    limitMinutes: z.int().min(1).max(1_440),
    blockAfter: times,
    blockHours: z.int().min(1).max(720),
  })
  .meta({ id: "AbuseSettings" });

const phraseList = z
  .strictObject({
    id: settingsId,
    name: filledLine(200),
    phrases: z.array(filledLine(200)).max(500),
    policy,
  })
  .meta({ id: "PhraseList" });

const text = z
  .strictObject({
    id: settingsId,
    moment: z.enum(settingsMoments),
    scope: z
      .strictObject({
        rule: settingsId.nullable(),
        channel: outsideId.nullable(),
        team: settingsId.nullable(),
        reason: filledLine(100).nullable(),
        hours: z.enum(hoursStates).nullable(),
      })
      .meta({ description: "`null`: whatever it is." }),
    isMuted: z.boolean().meta({ description: "Nothing is said at this moment, on purpose." }),
    byLocale: byLocale(writing(4_000)).meta({ description: "Liquid by language tag." }),
  })
  .meta({ id: "MomentText" });

const timeOfDay = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "must be a time from 00:00 to 24:00");
const windows = z.array(z.strictObject({ from: timeOfDay, to: timeOfDay })).max(10);

const hours = z
  .strictObject({
    id: settingsId,
    name: filledLine(200),
    timeZone: filledLine(64).meta({ description: "IANA, as `Europe/Berlin`." }),
    week: z.strictObject({
      monday: windows,
      tuesday: windows,
      wednesday: windows,
      thursday: windows,
      friday: windows,
      saturday: windows,
      sunday: windows,
    } satisfies Record<(typeof weekdays)[number], typeof windows>),
    exceptions: z
      .array(
        z.strictObject({
          date: z.iso.date("must be a day such as 2026-12-25"),
          name: line(200),
          isHoliday: z.boolean(),
          windows,
        }),
      )
      .max(400),
  })
  .meta({ id: "Hours" });

const testIdentity = z
  .strictObject({ id: settingsId, channel: outsideId, address: outsideId, draftId: outsideId.nullable() })
  .meta({ id: "TestIdentity" });

export const settingsSections = { company, detection, handoff, abuse, people, reasons, surveys } as const;

/** Each with how many of them there may be. */
export const settingsCollections = {
  rules: { schema: rule, most: 200 },
  phrases: { schema: phraseList, most: 200 },
  texts: { schema: text, most: 1_000 },
  hours: { schema: hours, most: 200 },
  queues: { schema: queue, most: 200 },
  teams: { schema: team, most: 200 },
  slas: { schema: sla, most: 100 },
  taskTemplates: { schema: taskTemplate, most: 200 },
  testIdentities: { schema: testIdentity, most: 200 },
} as const;

export const settingsBody = z
  .strictObject({
    ...settingsSections,
    rules: z.record(z.string(), rule),
    phrases: z.record(z.string(), phraseList),
    texts: z.record(z.string(), text),
    hours: z.record(z.string(), hours),
    queues: z.record(z.string(), queue),
    teams: z.record(z.string(), team),
    slas: z.record(z.string(), sla),
    taskTemplates: z.record(z.string(), taskTemplate),
    testIdentities: z.record(z.string(), testIdentity),
  })
  .meta({ id: "Settings" });

export type SettingsBody = z.output<typeof settingsBody>;
