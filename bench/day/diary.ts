/** What people did that day, as they would tell it: written down by them, not by the product. */
export interface Diary {
  /** By person, in order: since when they were there, or not. */
  readonly presence: ReadonlyMap<string, readonly PresenceChange[]>;
  readonly wrapUps: readonly { readonly botCouldHave: boolean; readonly wrongTeam: boolean }[];
  /** What customers said of it, by who they are: the last word counts. */
  readonly ratings: ReadonlyMap<string, number>;
  /** Requests nobody reacted to. */
  readonly ignored: number;
  readonly declined: number;
  /** Taken, and never answered by whoever took it. */
  readonly takenInSilence: number;
}

export interface PresenceChange {
  readonly at: number;
  readonly isThere: boolean;
}

export interface DiaryPen {
  readonly written: Diary;
  presence(agentId: string, change: PresenceChange): void;
  wrapUp(wrapUp: Diary["wrapUps"][number]): void;
  rating(customer: string, score: number): void;
  count(what: "ignored" | "declined" | "takenInSilence"): void;
}

export function createDiary(): DiaryPen {
  const presence = new Map<string, PresenceChange[]>();
  const wrapUps: Diary["wrapUps"][number][] = [];
  const ratings = new Map<string, number>();
  const counts = { ignored: 0, declined: 0, takenInSilence: 0 };
  return {
    get written() {
      return { presence, wrapUps, ratings, ...counts };
    },
    presence(agentId, change) {
      const known = presence.get(agentId);
      if (known) known.push(change);
      else presence.set(agentId, [change]);
    },
    wrapUp: (wrapUp) => void wrapUps.push(wrapUp),
    rating: (customer, score) => void ratings.set(customer, score),
    count(what) {
      counts[what] += 1;
    },
  };
}

/** At this very moment, before it or after it. */
export function wasThere(changes: readonly PresenceChange[], at: number): boolean {
  const before = changes.findLast((change) => change.at < at);
  return (before?.isThere ?? false) || changes.some((change) => change.at === at && change.isThere);
}
