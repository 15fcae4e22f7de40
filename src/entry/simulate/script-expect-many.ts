/** What a script may expect of everybody who wrote, of the people who answer, and of the settings. */
import * as z from "zod";
import { count, name, text } from "./script-fields.ts";

const everybody = z
  .strictObject({
    /** Only those of this name: `friday` means `friday-1`, `friday-2` and so on. */
    named: name.optional(),
    /** How many conversations are in which phase. */
    bot: count.optional(),
    queue: count.optional(),
    human: count.optional(),
    closed: count.optional(),
    /** The most texts of the system that one customer got at the same moment. */
    mostTextsAtOnce: count.optional(),
    /** The most texts of the system that one customer got so far. */
    mostSystemTexts: count.optional(),
    /** Nobody was asked for one of a later name before all of the earlier ones, nor within a name out of turn. */
    servedInOrder: z.array(name).min(1).optional(),
  })
  .refine(({ named, ...rest }) => Object.keys(rest).length > 0, "must expect something");

const agent = z
  .strictObject({
    presence: z.enum(["available", "busy", "away", "offline"]).optional(),
    /** Conversations they have now, silent ones not counted. */
    has: count.optional(),
    /** The most places of theirs that were taken at any moment so far, by what they had and what rang. */
    mostAtOnce: count.optional(),
  })
  .refine((expected) => Object.keys(expected).length > 0, "must expect something");

const settings = z
  .strictObject({
    /** In force. */
    version: count.optional(),
    /** Who was sent this text as it stood in this version: all of them, in any order. */
    received: z.strictObject({ text, version: count, by: z.array(name) }).optional(),
    /** Drafts that are as they were begun. */
    untouchedDrafts: z.array(text).min(1).optional(),
  })
  .refine((expected) => Object.keys(expected).length > 0, "must expect something");

export const expectEverybodyStep = z.strictObject({ expect: z.strictObject({ everybody }) });
export const expectAgentsStep = z.strictObject({ expect: z.strictObject({ agents: z.record(name, agent) }) });
export const expectSettingsStep = z.strictObject({ expect: z.strictObject({ settings }) });

export type ExpectedOfEverybody = z.output<typeof everybody>;
export type ExpectedOfAgent = z.output<typeof agent>;
export type ExpectedOfSettings = z.output<typeof settings>;
