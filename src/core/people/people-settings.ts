import type { Presence } from "./agent.ts";

/** A letter rings for nobody. */
export const usuallyUnhurried: readonly string[] = ["email"];

/** What the company decides about the people who answer. */
export interface PeopleSettings {
  /** The company's own words for being there, busy or away. */
  readonly statuses: readonly OwnStatus[];
  /** What one conversation of a kind of channel takes of somebody's capacity. Kinds that are not named take 1. */
  readonly channelWeights: Readonly<Record<string, number>>;
  /** Kinds of channel, or channels, on which nobody sits and waits for an answer; absent: {@link usuallyUnhurried}. */
  readonly unhurriedChannels?: readonly string[];
  /** How many requests may ring for one person at the same time. */
  readonly ringsAtOnce: number;
  /** Away by itself after this many requests in a row that nobody answered; `null`: never. */
  readonly missedBeforeAway: number | null;
  /** Offline when nothing has been heard of their console for so long. */
  readonly disconnectMinutes: number;
  /** Takes no room after the customer has been silent for so long; `null`: always takes it. */
  readonly idleMinutes: number | null;
  /** After this long without an answer to a request it has lapsed. */
  readonly requestSeconds: { readonly offer: number; readonly assign: number; readonly discuss: number };
  /** The person has it and has not answered for so long: the customer is told (`human.hold`), then others are asked. */
  readonly firstResponse: { readonly holdMinutes: number | null; readonly reassignMinutes: number | null };
  /** An owner who went is waited for so long on channels where the customer is not looking on. */
  readonly ownerGoneHours: number;
  /**
   * `false`: nothing that a customer wrote leaves the product in what people are told, also where the operator lets it.
   * Absent: as the operator says.
   */
  readonly tellsCustomerText?: boolean;
  /** Told when something urgent finds nobody on duty. */
  readonly onCall: string | null;
  /** Whom they ask when Baton refuses what they want: ends what it says to them. Absent: nobody is named. */
  readonly helpContact?: string;
}

export interface OwnStatus {
  readonly id: string;
  readonly name: string;
  readonly presence: Presence;
  readonly needsReason: boolean;
}

export interface Team {
  readonly id: string;
  /** As the customer reads it: "our billing team" is `billing`. */
  readonly name: string;
  readonly hours: string;
  /** An agent; `null`: nobody leads it. */
  readonly headId: string | null;
}
