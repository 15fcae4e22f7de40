import { intlLocale, pickLocale } from "../messages/locale.ts";
import { noticeCatalogs } from "./built-in-catalogs.ts";
import type { LabelName, NoticeCatalog } from "./catalog.ts";
import { durationWords } from "./duration-words.ts";
import { gapWords, readGap } from "./duty-gap.ts";
import type { Happening } from "./notice.ts";
import { plainLine } from "./plain-line.ts";
import { titleOf } from "./title.ts";

/** What somebody reads, in their language and in no format: whoever sends it escapes it. */
export interface NoticeWords {
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** In one line; of a bundle its own. */
  readonly subject: string;
  readonly entries: readonly NoticeEntry[];
  /** Entries of a bundle that are not listed, in words; `null`: all are. */
  readonly more: string | null;
  /** How to get less of it; `null`: it goes to no single person. */
  readonly footer: string | null;
}

export interface NoticeEntry {
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
  /** What the customer wrote last, shortened and redacted; only where the operator wants it. */
  readonly excerpt: { readonly label: string; readonly text: string } | null;
  readonly link: { readonly label: string; readonly url: string } | null;
}

/** Everything that was looked up to say it. */
export interface HappeningFacts {
  readonly happening: Happening;
  /** It names this very person, and not a team they are in. */
  readonly isPersonal: boolean;
  readonly actorName: string | null;
  /** The queue's or the team's. */
  readonly placeName: string | null;
  readonly channelKind: string | null;
  readonly waitingSince: number | null;
  /** Of the times that are said: where the queue is. */
  readonly timeZone: string;
  /** How a request ended, and the reason given for it. */
  readonly end: { readonly status: string; readonly reason: string | null } | null;
  readonly excerpt: string | null;
  readonly url: string | null;
  /** Nobody need act on it any more: the request was answered, the customer does not wait. Only the product shows it. */
  readonly isOver: boolean;
}

const mostListed = 20;

export function languageFor(locales: readonly (string | null)[]): string {
  const tags = Object.keys(noticeCatalogs);
  const wanted = locales.find((locale) => locale !== null && pickLocale(tags, locale) !== null);
  return (wanted != null && pickLocale(tags, wanted)) || "en";
}

/** One thing, or several that were held back and come as one. */
export function wordsFor(
  happened: readonly HappeningFacts[],
  { language, now, isBundle, isForPerson }: { language: string; now: number; isBundle: boolean; isForPerson: boolean },
): NoticeWords {
  const catalog = noticeCatalogs[language] ?? noticeCatalogs.en;
  if (!catalog) throw new Error("The notices have lost their English.");
  const entries = happened.slice(0, mostListed).map((facts) => entryOf(facts, { catalog, language, now }));
  const rest = happened.length - entries.length;
  const first = happened[0];
  return {
    language,
    direction: language === "ar" ? "rtl" : "ltr",
    subject: isBundle || !first ? catalog.titles.bundle : subjectOf(entries[0]?.title ?? "", first),
    entries,
    more: rest > 0 ? catalog.more.replace("{count}", String(rest)) : null,
    footer: isForPerson ? catalog.footer : null,
  };
}

interface Saying {
  readonly catalog: NoticeCatalog;
  readonly language: string;
  readonly now: number;
}

/** With the place, so that a full mailbox can be sorted by eye. */
function subjectOf(title: string, { placeName, isPersonal }: HappeningFacts): string {
  const plain = title.replace(/[.。]$/, "");
  return placeName === null || isPersonal ? plain : `${plain} · ${plainLine(placeName, 80)}`;
}

function entryOf(facts: HappeningFacts, { catalog, language, now }: Saying): NoticeEntry {
  const { happening, waitingSince, end } = facts;
  const { reasons, clocks, priorities, labels } = catalog;
  const isEnd = happening.kind === "request-ended";
  const waited = waitingSince === null ? null : durationWords(now - waitingSince, intlLocale(language));
  const { from, until } = gapWords(readGap(happening), { timeZone: facts.timeZone, language, now });
  const values: readonly (readonly [LabelName, string | null])[] = [
    ["why", lookUp(reasons, happening.reason)],
    ["queue", facts.placeName],
    ["from", from],
    ["until", until],
    ["channel", facts.channelKind],
    ["waiting", waited],
    ["held", happening.kind === "shift-ending" ? happening.detail : null],
    ["clock", lookUp(clocks, happening.detail)],
    ["answer", isEnd ? (end?.reason ?? null) : null],
    ["priority", happening.priority === "normal" ? null : priorities[happening.priority]],
  ];
  return {
    title: titleOf(facts, catalog),
    lines: values.flatMap(([label, value]) => {
      const line = value === null ? "" : plainLine(value, 200);
      return line === "" ? [] : [{ label: labels[label], value: line }];
    }),
    excerpt: facts.excerpt === null ? null : { label: labels.said, text: plainLine(facts.excerpt, 200) },
    link: facts.url === null ? null : { label: catalog.open, url: facts.url },
  };
}

function lookUp(words: Readonly<Record<string, string>>, name: string | null): string | null {
  return name !== null && Object.hasOwn(words, name) ? (words[name] ?? null) : null;
}
