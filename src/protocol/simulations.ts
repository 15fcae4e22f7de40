/** A scripted conversation, played through the real engine beside everything that is live. */
import * as z from "zod";
import { anyId, time } from "./fields.ts";
import { handoffReason } from "./handoffs.ts";
import { noticeKinds } from "./notice-kinds.ts";
import { requestFields } from "./request-fields.ts";
import { destination } from "./settings-rules.ts";
import { decided } from "./trials.ts";

const mostSteps = 200;

export const simulationRequest = requestFields({
  draftId: anyId.nullable().default(null).meta({ description: "`null`: what is in force." }),
  script: z
    .looseObject({
      name: z.string(),
      steps: z.array(z.unknown()).min(1).max(mostSteps),
    })
    .meta({ description: "As `baton simulate` reads it from a file, without `policy`. Its `parts` go on top." }),
}).meta({ id: "SimulationRequest" });

const timelineKinds = ["message", "delivery", "decision", "why", "told", "effect", "remark", "check"] as const;

const atMs = z.number().int().meta({ description: "From the start of the simulation." });
const customer = z.string().nullable().meta({ description: "As the script calls them." });

export const simulation = z
  .object({
    name: z.string(),
    status: z.enum(["passed", "failed"]).meta({ description: "Whether everything came as the script expects it." }),
    version: z.number().int().meta({ description: "In force, and what the draft was tried on." }),
    draftId: z.string().nullable(),
    startsAt: time,
    passed: z.number().int(),
    failed: z.number().int(),
    failures: z.array(
      z.object({
        step: z.number().int().meta({ description: "Of the script, the first one is 1." }),
        atMs,
        claim: z.string(),
        problem: z.string(),
      }),
    ),
    texts: z.array(
      z.object({
        atMs,
        customer,
        author: z.enum(["bot", "agent", "system"]),
        text: z.string(),
        choices: z.array(z.string()).meta({ description: "Labels of the buttons below it." }),
      }),
    ),
    decisions: z.array(decided.extend({ atMs, customer }).meta({ id: "SimulatedDecision" })),
    notifications: z.array(
      z.object({
        atMs,
        customer,
        target: destination.meta({ description: "Who would have been told." }),
        kind: z.enum(noticeKinds),
        reason: handoffReason.nullable().meta({ description: "`null`: it is not about a handoff." }),
        priority: z.enum(["urgent", "high", "normal", "low"]),
      }),
    ),
    timeline: z
      .array(z.object({ atMs, kind: z.enum(timelineKinds), customer, text: z.string() }))
      .meta({ description: "Everything that happened, line by line, to be read." }),
  })
  .meta({ id: "Simulation", description: "Nothing of it is stored, and nobody was told." });

export type SimulationBody = z.output<typeof simulation>;
