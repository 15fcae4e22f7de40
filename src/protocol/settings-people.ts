/**
 * Who answers and how they are found. Whoever writes a queue by hand names what matters to them: everything else has the
 * value that is right for most. The core's own defaults are the same; a test holds them equal.
 */
import * as z from "zod";
import { filledLine, outsideId, settingsId } from "./settings-fields.ts";
import { destination, priority } from "./settings-rules.ts";

const seconds = z.int().min(5).max(604_800);
const minutes = z.int().min(1).max(525_600);
const plainStrategy = z.enum(["longest-idle", "least-loaded", "round-robin", "random"]);

const strategy = z.discriminatedUnion("type", [
  z.strictObject({ type: plainStrategy }),
  z.strictObject({ type: z.literal("broadcast"), most: z.int().min(2).max(200) }),
  z.strictObject({
    type: z.literal("external"),
    url: z.url({ protocol: /^https?$/ }).max(2_000),
    timeoutSeconds: z.int().min(1).max(5),
    fallback: plainStrategy,
  }),
]);

export const overflowAction = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("queue"), id: settingsId }),
  z.strictObject({ type: z.literal("call-back"), template: settingsId }),
  z.strictObject({ type: z.literal("task"), template: settingsId }),
  z.strictObject({ type: z.literal("bot") }),
]);

const overflowRule = z.strictObject({
  when: z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("closed") }),
    z.strictObject({ type: z.literal("full") }),
    z.strictObject({ type: z.literal("wait"), overMinutes: z.int().min(1).max(10_080) }),
    z.strictObject({ type: z.literal("nobody-on-duty") }),
  ]),
  then: overflowAction,
});

export const queue = z
  .strictObject({
    id: settingsId,
    name: filledLine(200),
    teams: z.array(settingsId).max(50),
    limit: z.int().min(1).max(100_000).nullable(),
    hours: settingsId.nullable().default(null).meta({ description: "Its own hours; `null`: its first team's." }),
    mode: z.enum(["push", "pull"]).default("push"),
    overnight: z.enum(["give", "ring", "pull"]).default("give").meta({
      description:
        "What came in while it was closed, once it is open: whoever has room has it at once, is asked as by day, or it waits until somebody takes it. What is urgent is asked about in any case.",
    }),
    unhurried: z.enum(["pull", "give", "ring"]).default("pull").meta({
      description:
        "What comes by a channel of `people.unhurriedChannels`, by itself e-mail: it waits until somebody takes it, whoever has room has it at once, or it is asked about as anything else. What is urgent is asked about in any case.",
    }),
    strategy: strategy.default({ type: "longest-idle" }),
    order: z.enum(["priority-then-age", "age", "reply-window"]).default("priority-then-age"),
    lastAgentHours: z.int().min(1).max(8_760).nullable().default(72),
    skills: z
      .array(
        z.strictObject({
          skill: filledLine(60),
          level: z.int().min(1).max(5),
          relaxAfterSeconds: seconds.nullable(),
        }),
      )
      .max(20)
      .default([]),
    language: z
      .strictObject({ need: z.enum(["ignored", "preferred", "required"]), relaxAfterSeconds: seconds.nullable() })
      .default({ need: "preferred", relaxAfterSeconds: null }),
    steps: z
      .array(
        z.strictObject({
          afterSeconds: seconds,
          teams: z.array(settingsId).max(50),
          priority: priority.nullable(),
          skipIf: z.literal("nobody-available").nullable(),
        }),
      )
      .max(10)
      .default([]),
    overflow: z
      .strictObject({ before: z.array(overflowRule).max(10), after: z.array(overflowRule).max(10) })
      .default({ before: [], after: [] }),
    requestSeconds: seconds.max(3_600).nullable().default(null),
    autoAccepts: z.boolean().default(false),
    offDuty: z.enum(["never", "urgent", "always"]).default("never"),
  })
  .meta({ id: "Queue" });

export const team = z
  .strictObject({
    id: settingsId,
    name: filledLine(80),
    hours: settingsId,
    headId: outsideId.nullable().default(null).meta({ description: "The agent who leads it." }),
  })
  .meta({ id: "Team" });

export const exhaustion = z.strictObject({
  afterMinutes: minutes,
  alert: z.array(destination).max(20),
  task: settingsId.nullable(),
  then: z.enum(["stay", "bot", "call-back"]),
});

export const people = z
  .strictObject({
    statuses: z
      .array(
        z.strictObject({
          id: settingsId,
          name: filledLine(80),
          presence: z.enum(["available", "busy", "away", "offline"]),
          needsReason: z.boolean(),
        }),
      )
      .max(50),
    channelWeights: z.record(settingsId, z.int().min(0).max(100)),
    unhurriedChannels: z.array(outsideId).max(50).exactOptional().meta({
      description:
        "Kinds of channel, or channels, on which nobody sits and waits for an answer: see `unhurried` of the queues. Left out: e-mail.",
    }),
    ringsAtOnce: z.int().min(1).max(20).default(1),
    missedBeforeAway: z.int().min(1).max(100).nullable(),
    disconnectMinutes: minutes.max(1_440),
    idleMinutes: minutes.max(10_080).nullable(),
    requestSeconds: z.strictObject({
      offer: seconds.max(3_600),
      assign: seconds.max(86_400),
      discuss: seconds.max(86_400),
    }),
    firstResponse: z.strictObject({ holdMinutes: minutes.nullable(), reassignMinutes: minutes.nullable() }),
    ownerGoneHours: z.int().min(1).max(720),
    onCall: outsideId.nullable(),
    helpContact: filledLine(200).exactOptional().meta({
      description: "Whom your people ask when Baton refuses what they want: every refusal names it as `contact`.",
    }),
    tellsCustomerText: z
      .boolean()
      .exactOptional()
      .meta({ description: "`false`: e-mails, Slack and webhooks never show what a customer wrote." }),
  })
  .meta({ id: "PeopleSettings" });

const reasonList = z.array(filledLine(120)).max(50);

export const reasons = z
  .strictObject({ reject: reasonList, withdraw: reasonList, outcomes: reasonList })
  .meta({ id: "ReasonLists" });

export const surveys = z
  .strictObject({
    isEnabled: z.boolean(),
    delayMinutes: z.int().min(0).max(10_080),
    openHours: z.int().min(1).max(2_160),
  })
  .meta({ id: "SurveySettings" });

const slaReaction = z.strictObject({
  notify: z.array(destination).max(20),
  priority: priority.nullable(),
  queue: settingsId.nullable().meta({ description: "Where what waits goes; `null`: it stays." }),
  held: z.enum(["stays", "returns"]).exactOptional().meta({
    description:
      "What somebody has and has not answered. `returns`: it is taken from them and waits again, in `queue` or where it came from. Left out: it stays theirs.",
  }),
});

export const sla = z
  .strictObject({
    id: settingsId,
    name: filledLine(200),
    position: z.int().min(0).max(1_000_000),
    applies: z.strictObject({
      priorities: z.array(priority).max(4),
      channels: z.array(outsideId).max(50),
      teams: z.array(settingsId).max(50),
    }),
    targets: z.strictObject({
      firstResponse: minutes.nullable(),
      nextResponse: minutes.nullable(),
      resolution: minutes.nullable(),
    }),
    hours: z.union([z.enum(["team", "always"]), z.strictObject({ id: settingsId })]),
    warnAtPercent: z.int().min(1).max(99).default(75),
    onWarning: slaReaction,
    onBreach: slaReaction,
  })
  .meta({ id: "SlaPolicy" });

export const taskTemplate = z
  .strictObject({
    id: settingsId,
    name: filledLine(200),
    kind: filledLine(40),
    dueMinutes: minutes,
    dueIn: z.enum(["team", "always"]).default("team"),
    owner: z
      .discriminatedUnion("type", [
        z.strictObject({ type: z.enum(["holder", "head", "nobody"]) }),
        z.strictObject({ type: z.literal("agent"), id: outsideId }),
      ])
      .default({ type: "holder" }),
    remindBefore: z.array(minutes).max(5).default([]),
    when: z
      .array(
        z.enum([
          "after-hours",
          "exhausted",
          "call-back-promised",
          "request-expired",
          "request-rejected",
          "reply-window-closing",
          "sla-breached",
          "accepted",
          "resolved",
        ]),
      )
      .max(9)
      .default([]),
    sendsMessage: z.boolean().default(false),
    endsWithAnswer: z
      .boolean()
      .default(false)
      .meta({ description: "It promises an answer and nothing more: a person's answer to the customer keeps it." }),
  })
  .meta({ id: "TaskTemplate" });

export const startingExhaustion = {
  afterMinutes: 10,
  alert: [],
  task: null,
  then: "stay",
} satisfies z.input<typeof exhaustion>;
