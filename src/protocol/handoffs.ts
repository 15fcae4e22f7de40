/** Why a person is needed, what shows it, and where the conversation goes. */
import * as z from "zod";
import { time } from "./fields.ts";
import { settingsSignals } from "./settings-names.ts";
import { destination } from "./settings-rules.ts";

/** The signal that weighed most, or what else brought it about. */
export const handoffReason = z.enum([...settingsSignals, "reopened", "no-bot", "rule", "unsupported-message"]).meta({
  id: "HandoffReason",
  description:
    "The signal that weighed most. Without one: `reopened` for a customer who came back, `no-bot` where there is none, `rule` for a rule that looks at no signal, `unsupported-message` in what is older than the signals.",
});

export const evidence = z
  .object({
    signal: z.enum(settingsSignals),
    detail: z.string().nullable().meta({ description: "What exactly, as the id of a phrase or the name of a flag." }),
    messageSeq: z.number().int().nullable(),
    start: z.number().int().meta({ description: "Where the words begin in the message, in UTF-16 units." }),
    end: z.number().int(),
  })
  .meta({ id: "Evidence" });

export const decisionMade = z
  .object({
    settingsVersion: z.number().int(),
    ruleId: z.string().nullable().meta({ description: "`null`: no rule matched, and the signal's own policy held." }),
  })
  .meta({ id: "DecisionMade", description: "By which settings it was decided." });

const pendingRequest = z
  .object({
    id: z.string(),
    kind: z.enum(["offer", "assign", "discuss"]),
    agentId: z.string(),
    at: time,
    expiresAt: time,
  })
  .meta({ id: "PendingRequest", description: "One person is asked to take the conversation." });

const cause = { reason: handoffReason, evidence: z.array(evidence), decision: decisionMade };

export const handoff = z
  .object({
    id: z.string(),
    openedAt: time,
    ...cause,
    destination: z
      .union([destination, z.null()])
      .meta({ description: "`null`: to anybody, in what is older than the rules." }),
    priority: z.enum(["urgent", "high", "normal", "low"]),
    tasks: z.array(z.string()).meta({ description: "Ids of the task templates that come with it." }),
    preferredAgentId: z.string().nullable(),
    declinedBy: z.array(z.string()),
    exhaustedAt: time.nullable().meta({ description: "When the customer was told that nobody is there yet." }),
    // Beside `null` in a union: made nullable, the document would say so of the schema itself.
    pendingRequest: z.union([pendingRequest, z.null()]),
  })
  .meta({
    id: "Handoff",
    description: "One escalation: the open one in phase `queue`, and in phase `human` the one that brought the person.",
  });

export const alert = z
  .object({
    id: z.string(),
    at: time,
    ...cause,
    destination,
    fallback: destination,
    deadlineAt: time,
  })
  .meta({
    id: "Alert",
    description:
      "The people of `destination` were told and may claim; whoever has the conversation keeps it. When nobody has claimed it in time, `fallback` gets it.",
  });
