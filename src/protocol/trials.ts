/** Trying settings out: what becomes of a few messages, and why. Nothing of it is stored. */
import * as z from "zod";
import { handoffReason } from "./handoffs.ts";
import { givenProperties } from "./properties.ts";
import { requestFields } from "./request-fields.ts";
import { filledLine, localeTag, outsideId, writing } from "./settings-fields.ts";
import { settingsSignals } from "./settings-names.ts";
import { destination } from "./settings-rules.ts";

const mostMessages = 20;
const mostLetters = 4_000;

export const trialRequest = requestFields({
  channel: z
    .union([z.strictObject({ id: outsideId }), z.strictObject({ kind: filledLine(40) })], {
      error: "must name a channel by its `id`, or a `kind` such as `whatsapp`",
    })
    .optional()
    .meta({ description: "Default: the first channel you have." }),
  locale: localeTag.optional().meta({ description: "What the channel says of the customer." }),
  name: filledLine(200).optional().meta({ description: "The customer's, for texts that say it." }),
  properties: givenProperties.default({}).meta({ description: "Of the customer, as trusted." }),
  shownProperties: givenProperties
    .default({})
    .meta({ description: "Of the customer, as a page sets them: shown and not relied on." }),
  tags: z.array(filledLine(100)).max(50).default([]),
  messages: z
    .array(writing(mostLetters).refine((text) => text.trim() !== "", "must not be blank"))
    .min(1)
    .max(mostMessages)
    .meta({ description: "What the customer writes, one after another." }),
  at: z.iso.datetime({ offset: true }).optional().meta({ description: "For hours; default: now." }),
}).meta({ id: "SettingsTrialRequest" });

export const decided = z
  .object({
    on: z
      .enum(["message", "answer", "failure", "flag"])
      .meta({ description: "The customer's message, the assistant's answer or failure, or a flag from outside." }),
    seq: z.number().int().nullable().meta({ description: "The customer's message; `null`: it was none." }),
    action: z.enum(["handoff", "alert", "offer", "bot", "none"]).meta({
      description:
        "`alert`: others are told and whoever has it keeps it. `none`: a person has it already, or an insult is not answered.",
    }),
    reason: z.union([handoffReason, z.null()]),
    signals: z.array(
      z
        .object({
          id: z.enum(settingsSignals),
          detail: z.string().nullable(),
          words: z.string().nullable().meta({ description: "That show it; `null`: no words do." }),
        })
        .meta({ id: "HeardSignal" }),
    ),
    rule: z
      .object({ id: z.string(), name: z.string() })
      .nullable()
      .meta({ description: "`null`: no rule matched, and the signal's own policy held." }),
    destination: z.union([destination, z.null()]),
    priority: z.enum(["urgent", "high", "normal", "low"]).nullable(),
    trace: z.string().nullable().meta({ description: "How the rules were gone through; `null`: they were not asked." }),
    said: z.array(
      z
        .object({
          author: z.enum(["bot", "system"]),
          moment: z.string().nullable().meta({ description: "`null`: the assistant's own words." }),
          text: z.string(),
          choices: z.array(z.string()).meta({ description: "Labels of the buttons below it." }),
        })
        .meta({ id: "SaidText" }),
    ),
  })
  .meta({ id: "Decided", description: "What was decided about one event, and what the customer reads because of it." });

export const tried = z
  .object({
    version: z.number().int().meta({ description: "In force, and what the draft was tried on." }),
    draftId: z.string().nullable(),
    messages: z.array(
      z.object({
        text: z.string(),
        language: z.string().nullable().meta({ description: "As it was understood." }),
        phase: z.enum(["bot", "queue", "human", "closed"]),
        decisions: z.array(decided).meta({
          description: "About the message, and about the assistant's answer, which stands as `…`: it is not asked.",
        }),
      }),
    ),
  })
  .meta({ id: "SettingsTried" });
