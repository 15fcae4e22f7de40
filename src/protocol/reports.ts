/** Figures over what has been, and how it stands now. Ids, codes and counts; never what anybody wrote. */
import * as z from "zod";
import { time } from "./fields.ts";
import { requestFields } from "./request-fields.ts";

export const reportNames = [
  "overview",
  "first-response",
  "handoffs",
  "queue",
  "ownership",
  "requests",
  "satisfaction",
  "quality",
] as const;
const dimensionNames = [
  "channel",
  "queue",
  "team",
  "agent",
  "rule",
  "reason",
  "version",
  "day",
  "week",
  "month",
  "hour",
  "weekday",
] as const;
export const exportTables = ["handoffs", "engagements", "requests"] as const;

const count = z.number().int();

/** Several values with commas between them. */
function listQuery(description: string) {
  return z
    .string()
    .min(1)
    .max(2_000)
    .optional()
    .meta({ description: `${description} Several with commas between them; \`none\`: those without one.` });
}

const periodQuery = {
  from: z.string().min(1).max(40).optional().meta({
    description: "A day (`2026-11-01`, from its midnight in `tz`) or an instant. Default: 30 days before `to`.",
  }),
  to: z.string().min(1).max(40).optional().meta({ description: "Exclusive. Default: now." }),
  tz: z
    .string()
    .min(1)
    .max(64)
    .default("UTC")
    .meta({ description: "An IANA time zone: days and hours are those there." }),
};

const filterQuery = {
  channel: listQuery("Ids of channels."),
  queue: listQuery("Ids of queues."),
  team: listQuery("Ids of teams."),
  agent: listQuery("Ids of agents. A key that is bound to an agent sees only theirs."),
  rule: listQuery("Ids of rules."),
  reason: listQuery("Reasons of handoffs."),
  version: listQuery("Settings versions that handoffs were decided by."),
};

export const reportQuery = requestFields({
  ...periodQuery,
  ...filterQuery,
  by: z
    .string()
    .min(1)
    .max(40)
    .optional()
    .meta({
      description: `At most two of ${dimensionNames.join(", ")}, with a comma between them.`,
    }),
  compare: z
    .enum(["previous"])
    .optional()
    .meta({ description: "The same of the time before: as many days, or as long." }),
  within: z.coerce.number().int().min(1).max(604_800).default(60).meta({
    type: "integer",
    minimum: 1,
    maximum: 604_800,
    default: 60,
    description: "Seconds, for the service level.",
  }),
});

export const exportQuery = requestFields({
  ...periodQuery,
  ...filterQuery,
  table: z.enum(exportTables).default("handoffs"),
  format: z.enum(["csv", "json"]).default("csv"),
});

const durations = z.object({
  count,
  p50Ms: z.number().nullable(),
  p90Ms: z.number().nullable(),
  meanMs: z.number().nullable(),
});

const notKnown = count.optional().meta({
  description: "Rows that are left out, because it was not kept when they were written. Absent: none.",
});

const figureValue = z
  .discriminatedUnion("type", [
    z.object({ type: z.literal("count"), value: count }),
    z.object({
      type: z.literal("share"),
      part: count,
      whole: count,
      value: z.number().nullable().meta({ description: "`null`: there is nothing to have a share of." }),
      notKnown,
    }),
    durations.extend({
      type: z.literal("durations"),
      business: durations.nullable().meta({ description: "The same while those it went to were open." }),
      notKnown,
    }),
    z.object({ type: z.literal("mean"), count, value: z.number().nullable() }),
    z.object({ type: z.literal("tally"), items: z.array(z.object({ name: z.string(), count })) }),
  ])
  .meta({ id: "FigureValue" });

const anyValue = z.union([figureValue, z.null()]);

const groupKey = z.object({
  dimension: z.enum(dimensionNames),
  id: z.string().nullable().meta({ description: "`null`: those without one." }),
  name: z.string().nullable().meta({ description: "As it is called now, where it has a name." }),
});

export const report = z
  .object({
    name: z.enum(reportNames),
    from: time,
    to: time,
    timeZone: z.string(),
    before: z.object({ from: time, to: time }).nullable(),
    countedAt: time,
    figures: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        formula: z.string().meta({ description: "How it is counted, in words." }),
        value: anyValue.meta({ description: "`null`: it means nothing for what was asked." }),
        before: anyValue,
      }),
    ),
    groups: z.array(
      z.object({
        key: z.array(groupKey),
        figures: z.record(z.string(), anyValue).meta({ description: "By the ids above." }),
        before: z.union([z.record(z.string(), anyValue), z.null()]),
      }),
    ),
    isCut: z.boolean().meta({ description: "There are more groups; those with the fewest handoffs are left out." }),
    unknown: z
      .array(z.object({ dimension: z.enum(dimensionNames), id: z.string() }))
      .optional()
      .meta({
        description:
          "Queues, teams, agents and rules of the filters that there are not now. What is gone since is counted all the same; zeros may also be a slip of the finger.",
      }),
  })
  .meta({ id: "Report" });

const waiting = {
  count: count.meta({ description: "Who waits in the queue." }),
  byPriority: z.object({ urgent: count, high: count, normal: count, low: count }),
  longestSince: time.nullable(),
  elsewhere: count.meta({ description: "Who waits for a call or an e-mail." }),
};

export const wallboard = z
  .object({
    at: time,
    waiting: z.object(waiting),
    queues: z.array(z.object({ queueId: z.string().nullable(), teamId: z.string().nullable(), ...waiting })),
    people: z.object({
      available: count,
      busy: count,
      away: count,
      offline: count,
      free: count.meta({ description: "Available, and with room for one more." }),
    }),
    agents: z.array(
      z.object({
        agentId: z.string(),
        presence: z.enum(["available", "busy", "away", "offline"]),
        open: count,
        idle: count,
        offered: count,
      }),
    ),
    only: z
      .string()
      .nullable()
      .optional()
      .meta({ description: "The agent whose figures these are, and nobody else's; `null`: everybody's." }),
    sla: z.object({ atRisk: count, missed: count }).meta({ description: "First responses of open handoffs." }),
    isCut: z.boolean(),
  })
  .meta({ id: "Wallboard" });

export type ReportBody = z.output<typeof report>;
export type WallboardBody = z.output<typeof wallboard>;
