import type { Happening } from "../core/notifications/notice.ts";
import type { NoticeWords } from "../core/notifications/words.ts";
import type { Destination } from "../core/rules/rule.ts";

/** One way to tell people outside of the product. What it is told is already decided; it formats, escapes and delivers. */
export interface Notifier {
  readonly method: NotifierMethod;
  readonly capabilities: NotifierCapabilities;
  /** One attempt. Never throws for what the other side does; an abort answers `retry`. */
  deliver(delivery: Delivery, signal: AbortSignal): Promise<DeliveryResult>;
}

export type NotifierMethod = "email" | "slack" | "webhook";

export interface NotifierCapabilities {
  readonly reachesPeople: boolean;
  readonly reachesEndpoints: boolean;
  /** Teams that have a place of their own, by id; `*`: where everything goes that has none. */
  readonly places: readonly string[];
}

export interface Delivery {
  /** The same over repetitions, for receivers that can tell one. */
  readonly id: string;
  readonly to: Addressee;
  readonly words: NoticeWords;
  /** What the words say, for machines; several in a bundle. */
  readonly told: readonly Told[];
}

/** Ids and codes only (I15). */
export interface Told extends Happening {
  readonly targets: readonly Destination[];
}

export type Addressee =
  | {
      readonly type: "person";
      readonly name: string;
      readonly email: string | null;
      readonly slackMemberId: string | null;
    }
  | { readonly type: "place"; readonly id: string }
  | {
      readonly type: "endpoint";
      readonly url: string;
      readonly secret: string;
      /** Sign beside it, while receivers change over; absent: none does. */
      readonly earlierSecrets?: readonly string[];
    };

export type DeliveryResult =
  /** The other side has accepted it; whether somebody reads it nobody knows. */
  | { readonly status: "delivered" }
  /** Trying again is pointless. `gone`: the other side wants nothing any more. The error says what to mend (I15). */
  | { readonly status: "failed"; readonly isGone: boolean; readonly error: string }
  | { readonly status: "retry"; readonly error: string; readonly retryAfterMs: number | null };
