/** A conversation as it may stand in a file: who is there, what happens, what must come of it. */
import * as z from "zod";
import { script as botScript } from "../../../adapters/bots/scripted/index.ts";
import { defaultLimits } from "../../engine/limits.ts";

const unitsMs: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

const duration = z
  .string()
  .regex(/^\d{1,6}(ms|s|m|h|d)$/, "must be a duration such as 500ms, 10s, 2m, 3h or 1d")
  .transform((text) => {
    const [, amount = "0", unit = "ms"] = /^(\d+)(\w+)$/.exec(text) ?? [];
    return Number(amount) * (unitsMs[unit] ?? 1);
  });

const name = z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, "must be 1 to 32 of a-z, 0-9 and -");
const count = z.number().int().min(0);
const text = z.string().min(1);

const agent = z.strictObject({
  id: name,
  name: text,
  capacity: z.number().int().min(1).max(100).default(3),
  available: z.boolean().default(true),
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

const says = z.strictObject({
  says: text,
  /** Which customer, when there are several. */
  from: name.default("customer"),
  /** How often the platform repeats the same delivery, all at once. */
  times: z.number().int().min(1).max(50).default(1),
});

const customerStep = z.strictObject({
  customer: z.union([text.transform((words) => says.parse({ says: words })), says]),
});
const waitStep = z.strictObject({ wait: duration });
const deliveriesStep = z.strictObject({
  /** What the platform answers to the next sends: try again, never, or nothing although it took the message. */
  deliveries: z.strictObject({
    outcome: z.enum(["retry", "failed", "answer-lost"]),
    times: z.number().int().min(1).max(50).default(1),
  }),
});

const common = { agent: name, customer: name.default("customer"), refused: text.optional() };
const agentStep = z.discriminatedUnion("does", [
  z.strictObject({ ...common, does: z.enum(["claims", "accepts"]) }),
  z.strictObject({ ...common, does: z.literal("declines"), reason: text }),
  z.strictObject({ ...common, does: z.enum(["replies", "notes"]), text }),
  z.strictObject({ ...common, does: z.literal("hands-back"), note: text.nullable().default(null) }),
  z.strictObject({
    ...common,
    does: z.literal("closes"),
    outcome: z.enum(["resolved", "unresolved", "spam"]).default("resolved"),
  }),
  z.strictObject({ ...common, does: z.literal("goes-away") }),
  z.strictObject({ ...common, does: z.literal("comes-back") }),
]);

const expectStep = z.strictObject({
  expect: z
    .strictObject({
      customer: name.default("customer"),
      phase: z.enum(["bot", "queue", "human", "closed"]).optional(),
      /** Who has control; `null`: no person. */
      agent: name.nullable().optional(),
      /** Who is being asked; `null`: nobody. */
      asked: name.nullable().optional(),
      /** Why the open handoff was made. */
      reason: text.optional(),
      lastText: text.optional(),
      lastTextContains: text.optional(),
      lastAuthor: z.enum(["customer", "bot", "agent", "system", "note"]).optional(),
      /** Delivery of the last text that was to go to the customer. */
      lastDelivery: z.enum(["queued", "sending", "sent", "withheld", "failed", "unknown"]).optional(),
      /** Texts that reached the customer, each counted once. */
      texts: count.optional(),
      botTexts: count.optional(),
      agentTexts: count.optional(),
      systemTexts: count.optional(),
      customerTexts: count.optional(),
      deadLetters: count.optional(),
    })
    .refine(({ customer, ...expected }) => Object.keys(expected).length > 0, "must expect something"),
});

/** Which schema a step is held against is told by its first word, so that a mistake is reported where it is. */
const stepSchemas = { customer: customerStep, wait: waitStep, deliveries: deliveriesStep, expect: expectStep };

export type Step =
  | z.output<typeof customerStep>
  | z.output<typeof waitStep>
  | z.output<typeof deliveriesStep>
  | z.output<typeof agentStep>
  | z.output<typeof expectStep>;

const step = z.unknown().transform((value, context): Step => {
  const schema = schemaOf(value);
  if (!schema) {
    const message = "must be a step with customer, agent, wait, deliveries or expect";
    context.addIssue({ code: "custom", message, input: value });
    return z.NEVER;
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    context.addIssue({ code: "custom", message: issue.message, path: [...issue.path], input: value });
  }
  return z.NEVER;
});

function schemaOf(value: unknown): z.ZodType<Step> | null {
  if (typeof value !== "object" || value === null) return null;
  if ("agent" in value) return agentStep;
  const word = (["customer", "wait", "deliveries", "expect"] as const).find((known) => known in value);
  return word ? stepSchemas[word] : null;
}

export const simulationScript = z.strictObject({
  name: text,
  /** What it shows, for readers. */
  about: z.string().optional(),
  locale: z.string().nullable().default(null),
  settings: settings.default({}),
  agents: z.array(agent).default([]),
  /** Without one every conversation goes to a person. */
  bot: bot.nullable().default(null),
  steps: z.array(step).min(1),
});

export type SimulationScript = z.output<typeof simulationScript>;
export type AgentStep = z.output<typeof agentStep>;
export type Expected = z.output<typeof expectStep>["expect"];
