/** A conversation as it may stand in a file: who is there, by which settings, what happens, what must come of it. */
import * as z from "zod";
import { script as botScript } from "../../../adapters/bots/scripted/index.ts";
import { defaultLimits } from "../../engine/limits.ts";
import { givenProperties } from "../../protocol/properties.ts";
import { filledLine, localeTag, outsideId } from "../../protocol/settings-fields.ts";
import { duration, name, text, yesOrNo } from "./script-fields.ts";
import { settingsParts } from "./script-parts.ts";
import { step } from "./script-steps.ts";

const agent = z.strictObject({
  id: name,
  name: text,
  capacity: z.number().int().min(1).max(100).default(3),
  available: z.boolean().default(true),
  role: z.enum(["agent", "lead", "admin"]).default("agent"),
  /** Whose work they take; nobody's in particular: everybody's. */
  teams: z.array(text).default([]),
  /** The hours by which they work, of the settings; `null`: whenever they are there. */
  shift: text.nullable().default(null),
  /** By name, from 1 to 5. */
  skills: z.record(text, z.number().int().min(1).max(5)).default({}),
  languages: z.array(localeTag).default([]),
});

const customer = z.strictObject({
  name: text.nullable().default(null),
  /** What the channel says of them; by itself the script's. */
  locale: localeTag.optional(),
  /** Trusted, as from a signed token. */
  properties: givenProperties.default({}),
  /** As a page sets them: shown and not relied on. */
  shownProperties: givenProperties.default({}),
});

/** What is left out is as a running server has it, when the id is one of its channels. */
const channel = z.strictObject({
  id: outsideId.optional(),
  kind: filledLine(40).optional(),
  /** The customer sees the conversation while it goes on. */
  presence: yesOrNo.optional(),
  buttons: yesOrNo.optional(),
  maxTextLength: z.number().int().min(20).max(100_000).optional(),
});

const settings = z.strictObject({
  quiet: duration.optional(),
  maxMerge: duration.optional(),
  requestTimeout: duration.optional(),
  wakeUp: duration.optional(),
  exhaustAfter: duration.optional(),
  reopenWindow: duration.optional(),
  assistsWhileWaiting: z.boolean().optional(),
});

const bot = botScript.omit({ id: true }).refine(
  ({ steps, otherwise }) => [...steps, otherwise].every(({ delayMs = 0 }) => delayMs < defaultLimits.botTimeoutMs),
  // The limit on a bot's answer runs on the real clock.
  `delayMs must be below ${defaultLimits.botTimeoutMs}; write \`fail: time-out\` for a bot that is too slow`,
);

/** A Monday morning. */
const usualStart = "2026-01-05T09:00:00Z";

const policy = z.union([z.strictObject({ starter: z.literal(true) }), text], {
  error: "must be { starter: true }, or a folder as `baton settings pull` writes it",
});

export const simulationScript = z.strictObject({
  name: text,
  /** What it shows, for readers. */
  about: z.string().optional(),
  startsAt: z.iso
    .datetime({ offset: true, error: "must be a time such as 2026-11-21T18:30:00Z" })
    .default(usualStart)
    .transform((at) => Date.parse(at)),
  locale: z.string().nullable().default(null),
  /** The lead's settings: what a new workspace starts with, or a folder, beside this file. */
  policy: policy.default({ starter: true }),
  /** On top of it. */
  parts: settingsParts.default({}),
  channel: channel.default({}),
  customers: z.record(name, customer).default({}),
  settings: settings.default({}),
  agents: z.array(agent).default([]),
  /** Without one every conversation goes to a person. */
  bot: bot.nullable().default(null),
  steps: z.array(step).min(1),
});

export type SimulationScript = z.output<typeof simulationScript>;
