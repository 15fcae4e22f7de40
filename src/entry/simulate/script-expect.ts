/** What a script may expect of a customer's conversation at that moment. */
import * as z from "zod";
import { settingsSignals } from "../../protocol/settings-names.ts";
import { count, destinationName, name, text, who } from "./script-fields.ts";

const signalIds: ReadonlySet<string> = new Set(settingsSignals);
const signal = z
  .string()
  .refine((value) => signalIds.has(value.split(":")[0] ?? ""), "must be a signal such as legal or phrase:cancellation");

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
    /** Everybody who is being asked, in any order. */
    askedAll: z.array(name).optional(),
    /** Who reads along and advises, in any order. */
    advisers: z.array(name).optional(),
    /** How the customer chose to wait. */
    waits: z.enum(["here", "later", "email"]).nullable().optional(),
    /** Why the person who has it is not there; `null`: they are. */
    ownerGone: z.enum(["away", "off-shift", "absent", "disconnected", "left"]).nullable().optional(),
    /** It takes no room: the customer is silent, or it was put aside. */
    idle: z.boolean().optional(),
    /** How the last request to somebody ended; `null`: none has. */
    lastRequest: z.enum(["accepted", "rejected", "withdrawn", "timed-out", "rescinded"]).nullable().optional(),
    /** How often it came back to a queue in this handoff. */
    returned: count.optional(),
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
    destination: destinationName.nullable().optional(),
    priority: z.enum(["urgent", "high", "normal", "low"]).nullable().optional(),
    /** The customer was asked whether they want a person, and has not answered. */
    offerOpen: z.boolean().optional(),
    restraint: z.enum(["limited", "blocked"]).nullable().optional(),
    /** Everybody who has been told of this customer so far, in any order. */
    notified: z.array(destinationName).optional(),
    locale: text.nullable().optional(),
    /** In force. */
    settingsVersion: count.optional(),
    packet: packet.optional(),
  })
  .refine(({ customer, ...rest }) => Object.keys(rest).length > 0, "must expect something");

export type Expected = z.output<typeof expected>;
