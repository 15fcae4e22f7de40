/** What leads do with the settings besides publishing at once. */
import * as z from "zod";
import { count, text } from "./script-fields.ts";
import { settingsParts } from "./script-parts.ts";

/** Somebody begins to change these parts, for later. */
export const draftStep = z.strictObject({ draft: text, parts: settingsParts });
export const publishDraftStep = z.strictObject({ publishDraft: text });
/** These parts as they stood in that version, and nothing else. */
export const restoreStep = z.strictObject({
  restore: z.strictObject({ version: count, parts: z.array(text).min(1) }),
});

export type DraftStep = z.output<typeof draftStep>;
export type PublishDraftStep = z.output<typeof publishDraftStep>;
export type RestoreStep = z.output<typeof restoreStep>;
