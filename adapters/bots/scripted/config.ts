import * as z from "zod";

const tokens = z.number().int().min(0);

const step = z.object({
  /** Text of the answer. Without it and without `handoff` the answer is empty, which is a failure. */
  reply: z.string().optional(),
  /** Propose a person, for this reason. */
  handoff: z.string().min(1).optional(),
  /** With `handoff`: what the person who takes over is told. */
  note: z.string().optional(),
  /** How long to think first. Default 0. */
  delayMs: z.number().int().min(0).optional(),
  /** Fail like this instead of answering. */
  fail: z.enum(["error", "time-out", "overload", "refusal", "malformed", "empty"]).optional(),
  /** Give the reply out word by word. Default: all at once. */
  stream: z.boolean().optional(),
  /** What the bot says about whether the topic is one of its own. */
  topicSupported: z.boolean().optional(),
  /** How sure it is, 0 to 1. */
  confidence: z.number().min(0).max(1).optional(),
  /** What the customer wants. */
  intents: z.array(z.string().min(1)).optional(),
  /** What the answer, or the failure, cost. */
  usage: z
    .object({
      model: z.string(),
      inputTokens: tokens,
      outputTokens: tokens,
      cacheReadTokens: tokens.default(0),
      cacheWriteTokens: tokens.default(0),
      costMicros: tokens.nullable().default(null),
    })
    .optional(),
});

/** A script as it may stand in a file. The first step that matches the customer's newest message is taken. */
export const script = z.object({
  id: z.string().min(1),
  steps: z.array(
    step.extend({
      /** Phrases, found anywhere as whole words, whatever their case; `*` stands for anything. */
      when: z.union([z.string(), z.array(z.string())]),
      /** Only after a person had the conversation and gave it back (`true`), or only where nobody did (`false`). */
      handedBack: z.boolean().optional(),
    }),
  ),
  /** When no step matches. */
  otherwise: step,
});

export type ScriptStep = z.output<typeof step>;
export type ScriptedBotConfig = z.output<typeof script>;
