/** Why a person is needed, what shows it, and where the conversation goes. */
import * as z from "zod";
import { time } from "./fields.ts";
import { hoursStates, settingsSignals } from "./settings-names.ts";
import { destination } from "./settings-rules.ts";

/** The signal that weighed most, or what else brought it about. */
export const handoffReason = z
  .enum([...settingsSignals, "reopened", "no-bot", "assigned", "rule", "unsupported-message"])
  .meta({
    id: "HandoffReason",
    description:
      "The signal that weighed most. Without one: `reopened` for a customer who came back, `no-bot` where there is none, `assigned` where a person gave it to another, `rule` for a rule that looks at no signal, `unsupported-message` in what is older than the signals.",
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
    requestedBy: z.string().nullable().meta({ description: "The colleague who asks; `null`: routing." }),
    at: time,
    expiresAt: time,
  })
  .meta({ id: "PendingRequest", description: "One person is asked to take the conversation." });

export const wrapUp = z
  .object({
    outcome: z.string().max(120).nullable().meta({ description: "One of the lead's list, or own words." }),
    botCouldHave: z.boolean().meta({ description: "The bot could have answered." }),
    wrongTeam: z.boolean(),
  })
  .meta({ id: "WrapUp" });

const handoffCourse = z
  .object({
    takenAt: time.nullable(),
    answeredAt: time.nullable().meta({ description: "The first words of a person to the customer." }),
    asked: z.number().int(),
    rejected: z.number().int(),
    timedOut: z.number().int(),
    ringMs: z.number().int(),
    holders: z.array(z.string()),
    reassigned: z.number().int(),
    returned: z.number().int(),
    openedIn: z.enum(hoursStates),
    wrapUp: z.union([wrapUp, z.null()]),
  })
  .meta({ id: "HandoffCourse", description: "What has become of it so far." });

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
    pendingRequest: z.union([pendingRequest, z.null()]).meta({ description: "The first of those who are asked." }),
    pendingRequests: z.array(pendingRequest).meta({ description: "Everybody who is asked right now." }),
    enteredQueueAt: time,
    waits: z.enum(["here", "later", "email"]).meta({ description: "How the customer chose to wait." }),
    course: handoffCourse,
  })
  .meta({
    id: "Handoff",
    description: "One escalation: the open one in phase `queue`, and in phase `human` the one that brought the person.",
  });

export const person = z
  .object({
    awaitsAnswer: z.boolean().meta({ description: "The customer has asked something since the person last wrote." }),
    requests: z.array(pendingRequest).meta({ description: "Colleagues who are asked to take it, or for advice." }),
    advisers: z.array(z.string()).meta({ description: "Who reads along and advises." }),
    ownerGone: z.union([
      z.object({ because: z.enum(["away", "off-shift", "absent", "disconnected", "left"]), at: time }),
      z.null(),
    ]),
    snoozedUntil: time.nullable(),
    isIdle: z.boolean().meta({ description: "The customer has been silent for long: it takes no room." }),
  })
  .meta({ id: "PersonInControl", description: "How it stands with the person who has it." });

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
