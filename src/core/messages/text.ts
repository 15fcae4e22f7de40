import type { HoursState } from "../rules/rule.ts";
import type { Moment } from "./moment.ts";

/**
 * The lead's own words for a moment, for everybody or for some. A text that says more about whom it is for wins over one
 * that says less; the built-in catalog comes last.
 */
export interface Text {
  readonly id: string;
  readonly moment: Moment;
  readonly scope: TextScope;
  /** Nothing is said at this moment, on purpose. */
  readonly isMuted: boolean;
  /** Liquid by language tag (`de`, `pt-BR`). */
  readonly byLocale: Readonly<Record<string, string>>;
}

/** `null`: whatever it is. In the order of weight: what stands first weighs more than all after it. */
export interface TextScope {
  readonly rule: string | null;
  /** A channel's id or kind; an id weighs more than a kind. */
  readonly channel: string | null;
  readonly team: string | null;
  /** A handoff's reason. */
  readonly reason: string | null;
  readonly hours: HoursState | null;
}

/** Whom a text is looked up for. */
export interface TextFor {
  readonly ruleId: string | null;
  readonly channelId: string;
  readonly channelKind: string;
  readonly teamId: string | null;
  readonly reason: string | null;
  readonly hours: HoursState | null;
  /** As the channel or the customer's words tell it, `de-AT`; `null`: not known. */
  readonly locale: string | null;
}
