/** Bodies of the settings' routes: what customers would read, what they got, and what is switched on. */
import * as z from "zod";
import { time } from "./fields.ts";
import { requestFields } from "./request-fields.ts";
import { byLocale, localeTag, outsideId, settingsId, writing } from "./settings-fields.ts";
import { hoursStates, settingsMoments } from "./settings-names.ts";

const most = 60;
/** Of one preview: moments × locales × channels. */
const mostTexts = 4_000;

export const previewRequest = requestFields({
  moments: z.array(z.enum(settingsMoments)).min(1).max(most).optional().meta({ description: "Default: all." }),
  locales: z.array(localeTag).min(1).max(most).optional().meta({ description: "Default: the company's." }),
  channels: z
    .array(outsideId)
    .min(1)
    .max(most)
    .optional()
    .meta({ description: "Ids of channels, or kinds such as `whatsapp`. Default: those you have." }),
  rule: settingsId.nullable().default(null),
  team: settingsId.nullable().default(null),
  reason: z.string().max(100).nullable().default(null),
  hours: z.enum(hoursStates).nullable().default(null),
})
  .refine(
    ({ moments = settingsMoments, locales = [""], channels = [""] }) =>
      moments.length * locales.length * channels.length <= mostTexts,
    `must be for at most ${mostTexts} texts; name fewer moments, locales or channels`,
  )
  .meta({ id: "SettingsPreviewRequest" });

const previewedText = z
  .object({
    moment: z.enum(settingsMoments),
    locale: z.string(),
    channel: z.string(),
    textId: z.string().meta({ description: "Yours, or `built-in:…`." }),
    isMuted: z.boolean(),
    textLocale: z.string().nullable().meta({ description: "The language it is really said in." }),
    text: z.string().meta({ description: "With an example for everything that may be known then." }),
    shortest: z.string().meta({ description: "With nothing that may be unknown then." }),
  })
  .meta({ id: "PreviewedText" });

export const settingsPreview = z.object({ items: z.array(previewedText) }).meta({ id: "SettingsPreview" });

const until = z.iso.datetime({ offset: true }).meta({ description: "When it is over by itself, within 14 days." });
const switchState = { until: time, by: z.string(), at: time };

export const settingsSwitches = z
  .object({
    closed: z.object(switchState).nullable(),
    incident: z.object({ ...switchState, byLocale: z.record(z.string(), z.string()) }).nullable(),
  })
  .meta({ id: "SettingsSwitches", description: "`null`: off." });

export const closedSwitch = requestFields({ until }).meta({ id: "ClosedSwitch" });

const incidentText = writing(1_000).refine((text) => text.trim() !== "", "must not be blank");

export const incidentSwitch = requestFields({
  until,
  byLocale: byLocale(incidentText)
    .refine((texts) => Object.keys(texts).length > 0, "must have at least one language")
    .meta({ description: "What customers are told, by language tag. Said as it is." }),
}).meta({ id: "IncidentSwitch" });

export const switchChange = z
  .object({
    id: z.string(),
    switch: z.enum(["closed", "incident"]),
    at: time,
    by: z.string(),
    until: time.nullable().meta({ description: "`null`: switched off." }),
    byLocale: z.record(z.string(), z.string()).nullable(),
  })
  .meta({ id: "SwitchChange" });

export const receiptsQuery = {
  version: z.coerce
    .number()
    .int()
    .min(0)
    .max(1_000_000_000)
    .meta({ type: "integer", minimum: 0, maximum: 1_000_000_000 }),
};

export const receipt = z.object({ conversationId: z.string() }).meta({ id: "TextReceipt" });
