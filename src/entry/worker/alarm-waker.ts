import type { OpenStore } from "../../ports/store.ts";

/** The one alarm of an object; what is used of its storage. */
export interface AlarmStorage {
  getAlarm(): Promise<number | null>;
  setAlarm(at: number): Promise<void>;
  deleteAlarm(): Promise<void>;
}

export interface AlarmWaker {
  wakeAt(at: number): void;
  /** After the alarm has rung: nothing is set any more, so a far one is set before anything can fail. */
  rearm(at: number): Promise<void>;
  /** To the earliest time that was asked for since {@link rearm}, or off: a workspace that only waits sleeps. */
  settle(): Promise<void>;
  /** The alarm that an object of before has left, or a first look at what it may have left behind. */
  begin(at: number): Promise<void>;
}

/** Keeps the earliest time in memory: writing an alarm is a write to the storage, and most are later than the one set. */
export function createAlarmWaker(storage: AlarmStorage, onError: (error: unknown) => void): AlarmWaker {
  let earliest = Number.POSITIVE_INFINITY;
  let asked = Number.POSITIVE_INFINITY;

  async function set(at: number): Promise<void> {
    earliest = at;
    try {
      await storage.setAlarm(at);
    } catch (error) {
      // Otherwise it would keep every later time from being set.
      earliest = Number.POSITIVE_INFINITY;
      throw error;
    }
  }

  return {
    wakeAt(at) {
      asked = Math.min(asked, at);
      if (at < earliest) set(at).catch(onError);
    },
    async rearm(at) {
      asked = Number.POSITIVE_INFINITY;
      await set(at);
    },
    async settle() {
      if (asked < Number.POSITIVE_INFINITY) {
        if (asked > earliest) await set(asked);
        return;
      }
      earliest = Number.POSITIVE_INFINITY;
      await storage.deleteAlarm();
    },
    async begin(at) {
      const left = await storage.getAlarm();
      if (left === null) await set(at);
      else earliest = left;
    },
  };
}

/**
 * What starts leased runs in this very object; when it dies, nobody else knows. So every lease that a commit hands
 * out asks for a look at its end (I10). And what is only planned is looked at when it is due, whoever planned it.
 */
export function wakeForCommits({ store, close }: OpenStore, wakeAt: (at: number) => void): OpenStore {
  return {
    close,
    store: {
      ...store,
      async commit(commit) {
        const result = await store.commit(commit);
        if (result.status !== "committed") return result;
        if (!commit.lease) for (const { dueAt } of commit.effects) wakeAt(dueAt);
        else if (result.leased.length > 0) wakeAt(commit.lease.untilMs);
        return result;
      },
    },
  };
}
