/** How it was decided that a person is needed: what was known, which rules were asked, and what each of them said. */
import * as z from "zod";
import { time } from "./fields.ts";
import { evidence, handoffReason } from "./handoffs.ts";
import { property } from "./properties.ts";
import { hoursStates, settingsSignals } from "./settings-names.ts";

const facts = z
  .object({
    at: time,
    channelId: z.string(),
    channelKind: z.string(),
    signals: z.array(z.object({ id: z.enum(settingsSignals), detail: z.string().nullable() })),
    intents: z.array(z.string()),
    tags: z.array(z.string()),
    properties: z.record(z.string(), property),
    language: z.string().nullable(),
    hours: z.record(z.string(), z.enum(hoursStates)),
    queues: z.record(z.string(), z.object({ waiting: z.number().int(), available: z.number().int() })),
    botTurns: z.number().int(),
    accountOwner: z
      .object({ agentId: z.string(), hasLeft: z.boolean() })
      .nullable()
      .meta({ description: "Who looks after the customer; `null`: nobody, or nothing is sent there." }),
  })
  .meta({ id: "RuleFacts", description: "All that rules could look at, as it was then." });

const truth = z.enum(["holds", "fails", "unknown"]).meta({
  id: "Truth",
  description: "`unknown`: nobody knew, as of a language that was not recognised yet; `not` leaves it unknown.",
});

const conditionTypes = [
  ...(["channel", "signal", "intent", "tag", "property"] as const),
  ...(["language", "hours", "queue", "bot-turns"] as const),
] as const;

const simpleTrace = z.object({
  type: z.enum(conditionTypes),
  truth,
  found: z
    .array(z.union([z.string(), z.number()]))
    .meta({ description: "What was looked at: ids, codes and numbers." }),
});

type Truth = z.output<typeof truth>;
export type ConditionTraceBody =
  | z.output<typeof simpleTrace>
  | { readonly type: "not"; readonly truth: Truth; readonly condition: ConditionTraceBody };

const conditionTrace: z.ZodType<ConditionTraceBody> = z
  .lazy(() =>
    z.discriminatedUnion("type", [simpleTrace, z.object({ type: z.literal("not"), truth, condition: conditionTrace })]),
  )
  .meta({ id: "ConditionTrace" });

const ruleTrace = z
  .object({ ruleId: z.string(), isMatch: z.boolean(), conditions: z.array(conditionTrace) })
  .meta({ id: "RuleTrace" });

const replay = z
  .object({
    trace: z.array(ruleTrace).meta({ description: "Every rule that was looked at, up to the first that matched." }),
    text: z.string().meta({ description: "The same to be read, with the names that the rules had." }),
    isSame: z.boolean().meta({
      description:
        "The same rule again. `false` after somebody tried a draft: this is what the published rules would have done.",
    }),
  })
  .meta({ id: "Replay", description: "The rules of then, asked again with the facts of then." });

export const explanation = z
  .object({
    conversationId: z.string(),
    subject: z.enum(["handoff", "alert"]),
    id: z.string().nullable().meta({ description: "`null`: it is over." }),
    at: time,
    reason: handoffReason,
    evidence: z.array(evidence).nullable().meta({ description: "`null`: it is over." }),
    settingsVersion: z
      .number()
      .int()
      .nullable()
      .meta({ description: "`null`: it is older than the rules, or none were asked." }),
    ruleId: z.string().nullable().meta({ description: "`null`: no rule matched, and the signal's own policy held." }),
    facts: z.union([facts, z.null()]),
    replay: z.union([replay, z.null()]),
  })
  .meta({ id: "Explanation" });

export type ExplanationBody = z.output<typeof explanation>;
