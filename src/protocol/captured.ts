import * as z from "zod";
import { time } from "./fields.ts";
import { handoffReason } from "./handoffs.ts";
import { noticeKinds } from "./notice-kinds.ts";
import { destination } from "./settings-rules.ts";

export const capturedNotification = z
  .object({
    id: z.string(),
    at: time,
    conversationId: z.string().meta({ description: "The test's." }),
    target: destination.meta({ description: "Who would have been told." }),
    kind: z.enum(noticeKinds),
    subjectId: z.string().meta({ description: "The handoff's or the alert's." }),
    reason: handoffReason.nullable().meta({ description: "`null`: it is not about a handoff." }),
    priority: z.enum(["urgent", "high", "normal", "low"]),
  })
  .meta({ id: "CapturedNotification", description: "What a test would have told somebody. Nobody was told." });
