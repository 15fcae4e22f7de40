import { type Moment, moments } from "../../core/messages/moment.ts";
import type { PreviewChannel, PreviewOf } from "../../core/settings/preview-texts.ts";
import type { Settings } from "../../core/settings/settings.ts";
import type { Parts } from "../parts.ts";

/** `null`: all there are; of languages, the company's. */
export interface WantedPreview extends Pick<PreviewOf, "ruleId" | "teamId" | "reason" | "hours"> {
  readonly moments: readonly Moment[] | null;
  readonly locales: readonly string[] | null;
  /** Ids or kinds. */
  readonly channels: readonly string[] | null;
}

/** Of a kind that no channel here has. */
const usualTextLength = 4_096;

export function previewOf({ channels }: Pick<Parts, "channels">, settings: Settings, wanted: WantedPreview): PreviewOf {
  const known = [...channels.values()].map(({ id, kind, capabilities }) => ({
    ...{ id, kind, maxTextLength: capabilities.maxTextLength },
  }));
  return {
    ...wanted,
    moments: wanted.moments ?? moments,
    locales: wanted.locales ?? [settings.company.defaultLocale],
    channels: wanted.channels?.map((name) => channelNamed(known, name)) ?? known,
  };
}

function channelNamed(known: readonly PreviewChannel[], name: string): PreviewChannel {
  const found = known.find(({ id }) => id === name) ?? known.find(({ kind }) => kind === name);
  const maxTextLength = found?.maxTextLength ?? usualTextLength;
  return found?.id === name ? found : { id: name, kind: name, maxTextLength };
}
