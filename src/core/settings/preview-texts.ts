import type { Moment } from "../messages/moment.ts";
import { createTexts, type Texts } from "../messages/resolve-text.ts";
import type { TextFor } from "../messages/text.ts";
import { exampleValues, type Values } from "../messages/variables.ts";
import type { Settings } from "./settings.ts";

/** Whom texts are looked at for: every moment in every language on every channel. */
export interface PreviewOf extends Pick<TextFor, "ruleId" | "teamId" | "reason" | "hours"> {
  readonly moments: readonly Moment[];
  readonly locales: readonly string[];
  readonly channels: readonly PreviewChannel[];
}

export interface PreviewChannel {
  readonly id: string;
  readonly kind: string;
  readonly maxTextLength: number;
}

export type PreviewedText = {
  readonly moment: Moment;
  readonly locale: string;
  readonly channelId: string;
} & (
  | {
      readonly status: "text";
      readonly textId: string;
      /** The language it is really said in. */
      readonly textLocale: string;
      /** With everything known that this moment may know. */
      readonly text: string;
      /** With nothing known but what always is, and what the settings say. */
      readonly shortest: string;
    }
  | { readonly status: "muted"; readonly textId: string }
);

/** What customers would read, with examples for what only a real conversation knows. */
export function previewTexts(settings: Settings, wanted: PreviewOf): readonly PreviewedText[] {
  const parts = {
    texts: createTexts(settings),
    said: new Map<string, Said>(),
    known: knownValues(settings, wanted.teamId),
  };
  return wanted.moments.flatMap((moment) =>
    wanted.locales.flatMap((locale) =>
      wanted.channels.map((channel) => previewText(parts, wanted, { moment, locale, channel })),
    ),
  );
}

interface Previewing {
  readonly texts: Texts;
  readonly known: Values;
  /** Many languages and channels get the same words, which are put together once. */
  readonly said: Map<string, Said>;
}

interface Said {
  readonly text: string;
  readonly shortest: string;
}

interface Cell {
  readonly moment: Moment;
  readonly locale: string;
  readonly channel: PreviewChannel;
}

function previewText(parts: Previewing, wanted: PreviewOf, cell: Cell): PreviewedText {
  const { moment, locale, channel } = cell;
  const place = { moment, locale, channelId: channel.id };
  const { ruleId, teamId, reason, hours } = wanted;
  const textFor = { ruleId, teamId, reason, hours, channelId: channel.id, channelKind: channel.kind, locale };
  const found = parts.texts.find(moment, textFor, channel.maxTextLength);
  if (found.status === "muted") return { ...place, status: "muted", textId: found.textId };
  const key = JSON.stringify([moment, found.textId, found.locale, channel.maxTextLength]);
  const said = parts.said.get(key) ?? sayAtMoment(found, moment, parts.known);
  parts.said.set(key, said);
  return { ...place, status: "text", textId: found.textId, textLocale: found.locale, ...said };
}

interface Found {
  readonly locale: string;
  readonly render: (values: Values) => string;
}

/** Times and waits are told in the language of the text, not in the one it is looked at from. */
function sayAtMoment({ locale, render }: Found, moment: Moment, known: Values): Said {
  return {
    text: render({ ...exampleValues(moment, "all", locale), ...known }),
    shortest: render({ ...exampleValues(moment, "always", locale), ...known }),
  };
}

/** What the settings say themselves is no example. */
function knownValues({ company, teams }: Settings, teamId: string | null): Values {
  const team = teamId !== null && Object.hasOwn(teams, teamId) ? teams[teamId] : undefined;
  return {
    ...(company.name === "" ? {} : { company_name: company.name }),
    ...(company.contact === "" ? {} : { contact: company.contact }),
    ...(team ? { team_name: team.name } : {}),
  };
}
