import { cutText } from "./cut-text.ts";

/** A model's account of a conversation. Every claim names the messages it rests on; what names none is not in here. */
export interface Summary {
  readonly headline: string;
  readonly situation: string;
  readonly customerGoal: string;
  readonly tried: readonly TriedClaim[];
  readonly promises: readonly Claim[];
  readonly sentiment: { readonly label: Sentiment; readonly messageIds: readonly string[] } | null;
  readonly urgency: Urgency | null;
  readonly language: string | null;
  readonly entities: readonly EntityClaim[];
  readonly openQuestions: readonly Claim[];
  readonly suggestedNextStep: string | null;
  readonly suggestedReply: string | null;
}

interface Grounded {
  readonly messageIds: readonly string[];
}
export interface Claim extends Grounded {
  readonly text: string;
}
export interface TriedClaim extends Grounded {
  readonly action: string;
  readonly result: string;
}
export interface EntityClaim extends Grounded {
  readonly name: string;
  readonly value: string;
}

const sentiments = ["positive", "neutral", "negative", "angry"] as const;
const urgencies = ["low", "normal", "high", "urgent"] as const;
export type Sentiment = (typeof sentiments)[number];
export type Urgency = (typeof urgencies)[number];

export type SummaryRead =
  | { readonly status: "read"; readonly summary: Summary; readonly dropped: number }
  | { readonly status: "malformed" };

const mostClaims = 12;
const longestClaim = 400;

/**
 * Strict about what a model says: wrong shapes are refused as a whole, claims that rest on no message of the material are
 * left out and counted.
 */
export function readSummary(raw: unknown, known: ReadonlySet<string>): SummaryRead {
  if (!isRecord(raw)) return { status: "malformed" };
  const [headline, situation, goal] = [text(raw.headline, 120), text(raw.situation, 800), text(raw.customerGoal, 400)];
  if (headline === null || situation === null || goal === null) return { status: "malformed" };
  const counted = { dropped: 0 };
  const claims = <Found extends Grounded>(list: unknown, read: (item: Item) => Omit<Found, "messageIds"> | null) =>
    readClaims<Found>(list, { known, counted, read });
  const tried = claims<TriedClaim>(raw.tried, ({ action, result }) => both({ action, result }));
  const promises = claims<Claim>(raw.promises, one);
  const entities = claims<EntityClaim>(raw.entities, ({ name, value }) => both({ name, value }));
  const openQuestions = claims<Claim>(raw.openQuestions, one);
  if (!tried || !promises || !entities || !openQuestions) return { status: "malformed" };
  const sentiment = readSentiment(raw.sentiment, known, counted);
  const summary: Summary = {
    ...{ headline, situation, customerGoal: goal, tried, promises, sentiment, entities, openQuestions },
    urgency: urgencies.find((urgency) => urgency === raw.urgency) ?? null,
    language: text(raw.language, 35),
    suggestedNextStep: text(raw.suggestedNextStep, 400),
    suggestedReply: text(raw.suggestedReply, 1_500),
  };
  return { status: "read", summary, dropped: counted.dropped };
}

type Item = Readonly<Record<string, unknown>>;

interface Reading<Found> {
  readonly known: ReadonlySet<string>;
  readonly counted: { dropped: number };
  readonly read: (item: Item) => Omit<Found, "messageIds"> | null;
}

/** `null`: not a list of claims at all. */
function readClaims<Found extends Grounded>(list: unknown, { known, counted, read }: Reading<Found>): Found[] | null {
  if (list === undefined || list === null) return [];
  if (!Array.isArray(list)) return null;
  const found: Found[] = [];
  for (const item of list.slice(0, mostClaims)) {
    const said = isRecord(item) ? read(item) : null;
    const messageIds = isRecord(item) ? grounds(item.messageIds, known) : [];
    if (said === null || messageIds.length === 0) counted.dropped += 1;
    else found.push({ ...said, messageIds } as unknown as Found);
  }
  counted.dropped += Math.max(0, list.length - mostClaims);
  return found;
}

function readSentiment(raw: unknown, known: ReadonlySet<string>, counted: { dropped: number }): Summary["sentiment"] {
  if (!isRecord(raw)) return null;
  const label = sentiments.find((sentiment) => sentiment === raw.label);
  const messageIds = grounds(raw.messageIds, known);
  if (label !== undefined && messageIds.length > 0) return { label, messageIds };
  counted.dropped += 1;
  return null;
}

function grounds(ids: unknown, known: ReadonlySet<string>): string[] {
  if (!Array.isArray(ids)) return [];
  const named = ids.filter((id): id is string => typeof id === "string" && known.has(id));
  return [...new Set(named)].slice(0, 10);
}

function one(item: Item): { text: string } | null {
  const said = text(item.text, longestClaim);
  return said === null ? null : { text: said };
}

function both<Name extends string>(pair: Record<Name, unknown>): Record<Name, string> | null {
  const read = Object.entries(pair).map(([name, value]) => [name, text(value, longestClaim)] as const);
  return read.every(([, value]) => value !== null) ? (Object.fromEntries(read) as Record<Name, string>) : null;
}

/** What turns the direction of a line or is not seen at all. Joiners stay: Hindi, Persian and emoji need them. */
const hidden = /[[\p{Cc}\p{Cf}\p{Co}]--[\u200c\u200d]]+/gv;

/** Plain text within its length: whatever a model wrote, it is shown as text and nothing else. */
function text(value: unknown, longest: number): string | null {
  if (typeof value !== "string") return null;
  const plain = value.replace(hidden, " ").trim();
  return plain === "" ? null : cutText(plain, longest);
}

function isRecord(value: unknown): value is Item {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
