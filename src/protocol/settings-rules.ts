import * as z from "zod";
import { filledLine, outsideId, settingsId } from "./settings-fields.ts";
import { hoursStates, settingsSignals } from "./settings-names.ts";

export const destination = z
  .strictObject({ type: z.enum(["queue", "team", "agent"]), id: outsideId })
  .meta({ id: "Destination" });

const ruleDestination = z.union([destination, z.strictObject({ type: z.literal("owner") })]).meta({
  id: "RuleDestination",
  description: "`owner`: whoever looks after the customer; where that is nobody, it goes the workspace's own way.",
});

export const priority = z.enum(["urgent", "high", "normal", "low"]);

const oneOf = z.array(filledLine(100)).min(1).max(100);
const signalName = z.enum(settingsSignals);
const detailedSignal = z.templateLiteral([signalName, ":", z.string().min(1).max(100)]);
const signal = z.union([signalName, detailedSignal], {
  error: "must be a signal such as `legal`, or with its detail as in `phrase:cancel-contract`",
});
const count = z.int().min(0).max(100_000);

const simpleConditions = [
  z.strictObject({ type: z.literal("channel"), is: oneOf }),
  z.strictObject({ type: z.literal("signal"), is: z.array(signal).min(1).max(100) }),
  z.strictObject({ type: z.literal("intent"), is: oneOf }),
  z.strictObject({ type: z.literal("tag"), is: oneOf }),
  z.strictObject({ type: z.literal("property"), name: filledLine(100), is: oneOf, mustBeTrusted: z.boolean() }),
  z.strictObject({ type: z.literal("language"), is: oneOf }),
  z.strictObject({ type: z.literal("hours"), of: settingsId, is: z.array(z.enum(hoursStates)).min(1).max(3) }),
  z.strictObject({
    type: z.literal("queue"),
    of: settingsId,
    waitingAtLeast: count.nullable(),
    availableAtMost: count.nullable(),
  }),
  z.strictObject({ type: z.literal("bot-turns"), atLeast: count }),
] as const;

type SimpleCondition = z.output<(typeof simpleConditions)[number]>;
export type ConditionBody = SimpleCondition | { readonly type: "not"; readonly condition: ConditionBody };

const condition: z.ZodType<ConditionBody> = z
  .lazy(() =>
    z.discriminatedUnion("type", [...simpleConditions, z.strictObject({ type: z.literal("not"), condition })]),
  )
  .meta({ id: "RuleCondition" });

const handoff = z.strictObject({
  action: z.literal("handoff"),
  destination: ruleDestination,
  behaviour: z.enum(["keep-owner", "reassign", "unassign"]),
  fallback: z.strictObject({ destination: ruleDestination, afterMinutes: z.int().min(1).max(10_080) }).nullable(),
  assistsWhileWaiting: z.boolean().nullable().meta({ description: "`null`: as `handoff` has it." }),
  priority,
  notify: z.array(destination).max(20),
  tasks: z.array(settingsId).max(20).meta({ description: "Ids of task templates." }),
});

export const rule = z
  .strictObject({
    id: settingsId,
    name: filledLine(200),
    isEnabled: z.boolean(),
    position: z.number().min(-1_000_000).max(1_000_000).meta({ description: "Tried in this order." }),
    when: z.array(condition).max(50).meta({ description: "All of it must hold." }),
    then: z.discriminatedUnion("action", [
      handoff,
      z.strictObject({ action: z.literal("offer") }),
      z.strictObject({ action: z.literal("bot") }),
    ]),
    reviewedAt: z.iso.date("must be a day such as 2026-11-21").nullable(),
  })
  .meta({ id: "Rule" });
