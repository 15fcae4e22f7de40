import type { SignalId } from "../detection/signal.ts";
import type { Hours } from "../hours/hours.ts";
import type { Text } from "../messages/text.ts";
import type { PeopleSettings, Team } from "../people/people-settings.ts";
import type { ReasonLists } from "../requests/reasons.ts";
import type { Exhaustion, Queue } from "../routing/queue.ts";
import type { Destination, Rule } from "../rules/rule.ts";
import type { SlaPolicy } from "../sla/sla-policy.ts";
import type { SurveySettings } from "../surveys/survey-settings.ts";
import type { TaskTemplate } from "../tasks/task-template.ts";

/**
 * What support leads decide, as one version of it. It is made of *parts*: the single sections by their name
 * (`detection`), everything in a collection by its own (`rules/legal-first`). Drafts, publishing and restoring speak of
 * parts, so that one mended typo never ships somebody's half-finished rule.
 */
export interface Settings {
  readonly company: CompanySettings;
  readonly detection: DetectionSettings;
  readonly handoff: HandoffSettings;
  readonly abuse: AbuseSettings;
  readonly people: PeopleSettings;
  readonly reasons: ReasonLists;
  readonly surveys: SurveySettings;
  readonly rules: Collection<Rule>;
  readonly phrases: Collection<PhraseList>;
  readonly texts: Collection<Text>;
  readonly hours: Collection<Hours>;
  readonly queues: Collection<Queue>;
  readonly teams: Collection<Team>;
  readonly slas: Collection<SlaPolicy>;
  readonly taskTemplates: Collection<TaskTemplate>;
  readonly testIdentities: Collection<TestIdentity>;
}

/** By id, which is also the value's own. */
export type Collection<Value extends { readonly id: string }> = Readonly<Record<string, Value>>;

export interface CompanySettings {
  readonly name: string;
  /** For customers whose language nobody knows or no text exists in. */
  readonly defaultLocale: string;
  /** Said when nothing else can be: "You can also reach us at …". Empty: nothing. */
  readonly contact: string;
}

export interface DetectionSettings {
  /** "I want customer service" asks for a person. */
  readonly departmentsCount: boolean;
  /** What happens at a signal when no rule says otherwise. A signal that is not named does nothing by itself. */
  readonly signals: Readonly<Partial<Record<SignalId, SignalPolicy>>>;
  /** The same thing said this many times in a row is a repetition. */
  readonly repetitions: number;
  /** This many answers the bot was unsure of, or had nothing for, are failed attempts. */
  readonly failedAttempts: number;
  /** This many answers of the bot in one engagement use its budget up; `null`: no limit. */
  readonly botTurns: number | null;
  /** Answers below this confidence count as unsupported; `null`: the bot's own word is enough. */
  readonly minConfidence: number | null;
  /** Kinds of message the bot does not read, and what is done with them; the bot gets every other kind by name. */
  readonly unreadable: Readonly<Partial<Record<AttachmentKind, SignalPolicy>>>;
  /** Intents of the bot that are signals. */
  readonly intents: readonly string[];
}

/** `handoff`: a person, at once. `offer`: the customer is asked, once per engagement. `none`: rules may use it. */
export type SignalPolicy = "handoff" | "offer" | "none";
export type AttachmentKind = "audio" | "image" | "video" | "file" | "location" | "contact" | "other";

export interface HandoffSettings {
  /** Where a handoff goes that no rule sends elsewhere. */
  readonly destination: Destination;
  /** Before that: to whoever looks after the customer, where somebody does. */
  readonly ownerFirst: boolean;
  readonly assistsWhileWaiting: boolean;
  /** On channels where the customer is not looking on, a waiting text at most this often. */
  readonly waitingTextHours: number;
  /** Where they are looking on, how they stand in the queue this often; `null`: they are told once that it takes longer. */
  readonly placeTextMinutes: number | null;
  /** How long an alerted team has to claim when a rule names no time. */
  readonly alertMinutes: number;
  /** What happens when nobody takes it. */
  readonly exhaustion: Exhaustion;
}

/** What becomes of somebody who insults. A risk topic is never held back by it. */
export interface AbuseSettings {
  readonly isEnabled: boolean;
  /** Insults in one engagement after which the customer is warned; the offer of a person comes before. */
  readonly warnAfter: number;
  /** After which the bot answers no more for `limitMinutes`; a person can still be asked for. */
  readonly limitAfter: number;
  readonly limitMinutes: number;
  /** After which nothing is answered for `blockHours`. */
  readonly blockAfter: number;
  readonly blockHours: number;
}

/** Words of the lead's: `*` ends a word as it likes, or stands alone for up to three words. */
export interface PhraseList {
  readonly id: string;
  readonly name: string;
  readonly phrases: readonly string[];
  readonly policy: SignalPolicy;
}

/** A customer of ours, to try things out: counts in no figure, and may be under a draft. */
export interface TestIdentity {
  readonly id: string;
  readonly channel: string;
  readonly address: string;
  readonly draftId: string | null;
}

/** Act at once, outside of versions, and end by themselves. */
export interface Switches {
  readonly closed: { readonly until: number; readonly by: string; readonly at: number } | null;
  readonly incident: {
    readonly until: number;
    readonly by: string;
    readonly at: number;
    /** By language tag; said as it is. */
    readonly byLocale: Readonly<Record<string, string>>;
  } | null;
}

export const noSwitches: Switches = { closed: null, incident: null };
