/** What a script may expect of a customer's conversation at that moment. */
import * as z from "zod";
import { settingsSignals } from "../../protocol/settings-names.ts";
import { count, name, text, who } from "./script-fields.ts";

const signalIds: ReadonlySet<string> = new Set(settingsSignals);
const signal = z
  .string()
  .refine((value) => signalIds.has(value.split(":")[0] ?? ""), "must be a signal such as legal or phrase:cancellation");
const destination = z
  .string()
  .regex(/^(queue|team|agent):\S+$/, "must be as in queue:chat, team:billing or agent:robin");

/** Of what the person who takes over is given. */
const packet = z
  .strictObject({
    reason: text.optional(),
    rule: text.nullable().optional(),
    language: text.nullable().optional(),
    botAnswers: count.optional(),
    wasOfferedPerson: z.boolean().optional(),
    /** Each stands somewhere in it: in a quote, a note, a name. */
    contains: z.array(text).min(1).optional(),
  })
  .refine((expected) => Object.keys(expected).length > 0, "must expect something");

export const expected = z
  .strictObject({
    customer: who,
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
    /** The moment of the last text of ours; `null`: somebody's own words. */
    lastMoment: text.nullable().optional(),
    /** Delivery of the last text that was to go to the customer. */
    lastDelivery: z.enum(["queued", "sending", "sent", "withheld", "failed", "unknown"]).optional(),
    /** Texts that reached the customer, each counted once. */
    texts: count.optional(),
    botTexts: count.optional(),
    agentTexts: count.optional(),
    systemTexts: count.optional(),
    customerTexts: count.optional(),
    deadLetters: count.optional(),
    /** What was heard at the last decision: all of it, in any order. */
    signals: z.array(signal).optional(),
    /** What came of the last decision. */
    action: z.enum(["handoff", "alert", "offer", "bot", "none"]).optional(),
    /** The rule that matched at the last decision; `null`: none did. */
    rule: text.nullable().optional(),
    /** Of the open handoff or alert. */
    destination: destination.nullable().optional(),
    priority: z.enum(["urgent", "high", "normal", "low"]).nullable().optional(),
    /** The customer was asked whether they want a person, and has not answered. */
    offerOpen: z.boolean().optional(),
    restraint: z.enum(["limited", "blocked"]).nullable().optional(),
    /** Everybody who has been told of this customer so far, in any order. */
    notified: z.array(destination).optional(),
    locale: text.nullable().optional(),
    /** In force. */
    settingsVersion: count.optional(),
    packet: packet.optional(),
  })
  .refine(({ customer, ...rest }) => Object.keys(rest).length > 0, "must expect something");

export type Expected = z.output<typeof expected>;
