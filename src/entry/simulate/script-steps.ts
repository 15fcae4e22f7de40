/** What may happen in a script, one step after another. */
import * as z from "zod";
import { choiceIds } from "../../protocol/choice-ids.ts";
import { propertyChanges } from "../../protocol/properties.ts";
import { byLocale, localeTag, writing } from "../../protocol/settings-fields.ts";
import { attachmentKinds } from "../../protocol/settings-names.ts";
import { customersStep, workStep } from "./script-crowd.ts";
import { draftStep, publishDraftStep, restoreStep } from "./script-drafts.ts";
import { expected } from "./script-expect.ts";
import { expectAgentsStep, expectEverybodyStep, expectSettingsStep } from "./script-expect-many.ts";
import { destinationName, duration, name, text, who } from "./script-fields.ts";
import { settingsParts } from "./script-parts.ts";

/** How often the platform repeats the same delivery, all at once. */
const times = z.number().int().min(1).max(50).default(1);
const from = who;

const says = z.strictObject({ says: text, from, times });
const presses = z.strictObject({ presses: z.enum(choiceIds), from, times });
const sends = z.strictObject({
  sends: z.enum(attachmentKinds),
  name: text.nullable().default(null),
  caption: text.nullable().default(null),
  from,
  times,
});

const whatCustomersDo = { error: "must be a text, or have one of: says, presses, sends" };
const customerStep = z.strictObject({
  customer: z.union([text.transform((words) => says.parse({ says: words })), says, presses, sends], whatCustomersDo),
});

const deliveriesStep = z.strictObject({
  /** What the platform answers to the next sends: try again, never, or nothing although it took the message. */
  deliveries: z.strictObject({
    outcome: z.enum(["retry", "failed", "answer-lost"]),
    times: z.number().int().min(1).max(50).default(1),
  }),
});

const common = { agent: name, customer: who, refused: text.optional() };
const agentStep = z.discriminatedUnion("does", [
  z.strictObject({ ...common, does: z.enum(["claims", "accepts", "lifts-restraint"]) }),
  z.strictObject({ ...common, does: z.enum(["declines", "rejects"]), reason: text }),
  /** To take it, or to advise; `role`: only somebody of this role will do. */
  z.strictObject({
    ...common,
    does: z.literal("asks"),
    colleague: name,
    kind: z.enum(["assign", "discuss"]).default("assign"),
    role: z.enum(["agent", "lead", "admin"]).nullable().default(null),
    note: text.nullable().default(null),
  }),
  /** What they, or with `colleague` somebody, was asked. */
  z.strictObject({ ...common, does: z.literal("withdraws"), reason: text, colleague: name.optional() }),
  z.strictObject({ ...common, does: z.literal("ends-discussion"), colleague: name }),
  /** Without asking them. */
  z.strictObject({ ...common, does: z.literal("assigns"), colleague: name, evenIfAway: z.boolean().default(false) }),
  /** To a queue, a team or a person; by itself where it came from. */
  z.strictObject({
    ...common,
    does: z.literal("gives-back"),
    to: destinationName.nullable().default(null),
    note: text.nullable().default(null),
  }),
  z.strictObject({ ...common, does: z.literal("snoozes"), for: duration }),
  z.strictObject({
    ...common,
    does: z.literal("wraps-up"),
    outcome: text.nullable().default(null),
    botCouldHave: z.boolean().default(false),
    wrongTeam: z.boolean().default(false),
  }),
  z.strictObject({ ...common, does: z.enum(["replies", "notes"]), text }),
  z.strictObject({ ...common, does: z.literal("hands-back"), note: text.nullable().default(null) }),
  z.strictObject({
    ...common,
    does: z.literal("closes"),
    outcome: z.enum(["resolved", "unresolved", "spam"]).default("resolved"),
  }),
  z.strictObject({ ...common, does: z.literal("sets-language"), locale: localeTag }),
  z.strictObject({ ...common, does: z.literal("goes-away") }),
  z.strictObject({ ...common, does: z.literal("comes-back") }),
  z.strictObject({ ...common, does: z.literal("disconnects") }),
]);

/** An outside workflow says that a person is needed. */
const flagStep = z.strictObject({
  flag: z.strictObject({ flag: text, reason: text.nullable().default(null), customer: who }),
});

const tags = z.array(text).default([]);
const detailsStep = z.strictObject({
  details: z.strictObject({ addTags: tags, removeTags: tags, properties: propertyChanges.default({}), customer: who }),
});

const off = z.literal("off");
const incident = z.strictObject({ for: duration, byLocale: byLocale(writing(1_000)) });
const switchStep = z.strictObject({
  switch: z.union(
    [z.strictObject({ closed: z.union([off, duration]) }), z.strictObject({ incident: z.union([off, incident]) })],
    { error: "must be closed: 2h, incident: { for: 2h, byLocale: { … } }, or either of them off" },
  ),
});

/** `refused`: it is expected to be. */
const publishStep = z.strictObject({ publish: settingsParts, refused: z.boolean().default(false) });
const waitStep = z.strictObject({ wait: duration });
const expectStep = z.strictObject({ expect: expected });

/** Which schema a step is held against is told by its first word, so that a mistake is reported where it is. */
const stepSchemas = {
  customer: customerStep,
  customers: customersStep,
  work: workStep,
  wait: waitStep,
  deliveries: deliveriesStep,
  flag: flagStep,
  details: detailsStep,
  switch: switchStep,
  publish: publishStep,
  draft: draftStep,
  publishDraft: publishDraftStep,
  restore: restoreStep,
  expect: expectStep,
};

/** An expectation is of one customer, or of what it begins with. */
const expectSchemas = { everybody: expectEverybodyStep, agents: expectAgentsStep, settings: expectSettingsStep };

type Schemas = typeof stepSchemas & {
  [Name in keyof typeof expectSchemas as `expect ${Name}`]: (typeof expectSchemas)[Name];
};
export type Step = z.output<Schemas[keyof Schemas]> | z.output<typeof agentStep>;
export type AgentStep = z.output<typeof agentStep>;
export type CustomerStep = z.output<typeof customerStep>["customer"];
export type SwitchStep = z.output<typeof switchStep>["switch"];
export type FlagStep = z.output<typeof flagStep>["flag"];
export type DetailsStep = z.output<typeof detailsStep>["details"];
export type PublishStep = z.output<typeof publishStep>;

export const step = z.unknown().transform((value, context): Step => {
  const schema = schemaOf(value);
  if (!schema) {
    const message = `must be a step with ${Object.keys(stepSchemas).join(", ")} or agent`;
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
  const word = (Object.keys(stepSchemas) as (keyof typeof stepSchemas)[]).find((known) => known in value);
  if (word === "expect" && "expect" in value) return expectationOf(value.expect);
  return word ? stepSchemas[word] : null;
}

function expectationOf(value: unknown): z.ZodType<Step> {
  if (typeof value !== "object" || value === null) return expectStep;
  const whose = (Object.keys(expectSchemas) as (keyof typeof expectSchemas)[]).find((known) => known in value);
  return whose ? expectSchemas[whose] : expectStep;
}
