import type { LeasedEffect, Store, Taken } from "../../../../src/ports/store.ts";
import { changeCommit, changeEffects, type Defect } from "./defect.ts";

const forEver = Date.UTC(3000, 0, 1);

const changeTaken = (store: Store, change: (taken: Taken) => Taken): Store => ({
  ...store,
  takeDue: async (request) => change(await store.takeDue(request)),
});

/** Tells what was leased, by a commit or a taker. */
function watchLeases(store: Store, see: (effect: LeasedEffect) => void): Store {
  return {
    ...store,
    async commit(commit) {
      const result = await store.commit(commit);
      if (result.status === "committed") result.leased.forEach(see);
      return result;
    },
    async takeDue(request) {
      const taken = await store.takeDue(request);
      taken.effects.forEach(see);
      return taken;
    },
  };
}

export const effectDefects: readonly Defect[] = [
  {
    name: "hands out effects that are not the head of their lane",
    spoil: (store) => {
      const lanes = new Map<string, string | null>();
      const withLane = <T extends LeasedEffect>(effect: T): T => ({ ...effect, lane: lanes.get(effect.id) ?? null });
      const laneless = changeEffects(store, (effect) => {
        if (!lanes.has(effect.id)) lanes.set(effect.id, effect.lane);
        return { ...effect, lane: null };
      });
      return {
        ...changeTaken(laneless, (taken) => ({ ...taken, effects: taken.effects.map(withLane) })),
        async commit(commit) {
          const result = await laneless.commit(commit);
          return result.status === "committed" ? { ...result, leased: result.leased.map(withLane) } : result;
        },
      };
    },
    noticedBy: ["hands out only the head of a lane, first in, first out", "leases only the head of a lane"],
    sections: [
      "commit",
      "effects in lanes",
      "effects that start as leased",
      "takeDue",
      "settle",
      "dead letters",
      "erase",
      "at the same time",
    ],
  },
  {
    name: "hands out busy pools",
    spoil: (store) => ({ ...store, takeDue: (request) => store.takeDue({ ...request, busyPools: [] }) }),
    noticedBy: ["leaves out busy pools, and takes them once they have room"],
    sections: ["takeDue"],
  },
  {
    name: "hands out one more than the limit",
    spoil: (store) => ({ ...store, takeDue: (request) => store.takeDue({ ...request, limit: request.limit + 1 }) }),
    noticedBy: ["hands out at most `limit`"],
    sections: ["takeDue"],
  },
  {
    name: "hands out the latest due first",
    spoil: (store) => changeTaken(store, (taken) => ({ ...taken, effects: taken.effects.toReversed() })),
    noticedBy: ["hands out the earliest due first, then the first written"],
    sections: ["commit", "effects in lanes", "takeDue", "settle"],
  },
  {
    name: "hands out what is due in a moment",
    spoil: (store) => ({ ...store, takeDue: (request) => store.takeDue({ ...request, now: request.now + 1 }) }),
    noticedBy: ["hands out what is due, and nothing that is not"],
    sections: ["effects that start as leased", "takeDue", "settle"],
  },
  {
    name: "never ends a lease",
    spoil: (store) => ({
      ...changeCommit(store, (commit) => ({ ...commit, lease: commit.lease && { ...commit.lease, untilMs: forEver } })),
      takeDue: (request) => store.takeDue({ ...request, leaseUntilMs: forEver }),
    }),
    noticedBy: ["ends the lease when its time comes", "gives a lease to one taker only, until it ends"],
    sections: ["effects that start as leased", "takeDue", "settle", "erase", "at the same time"],
  },
  {
    name: "forgets that a lease has to be looked at again",
    spoil: (store) =>
      changeTaken(store, (taken) => ({ ...taken, nextDueAt: taken.effects.length > 0 ? null : taken.nextDueAt })),
    noticedBy: ["counts the lease it just gave as a time to look again"],
    sections: ["takeDue"],
  },
  {
    name: "does not count attempts",
    spoil: (store) =>
      changeTaken(store, (taken) => ({
        ...taken,
        effects: taken.effects.map((effect) => ({ ...effect, attempt: 1 })),
      })),
    noticedBy: ["gives a lease to one taker only, until it ends"],
    sections: ["effects that start as leased", "takeDue", "settle", "at the same time"],
  },
  {
    name: "takes a lost lease for a failure",
    spoil: (store) =>
      changeTaken(store, (taken) => ({
        ...taken,
        effects: taken.effects.map((effect) => ({ ...effect, failures: effect.attempt - 1 })),
      })),
    noticedBy: ["retry: counts as a failure, which a lease that was lost does not"],
    sections: ["settle"],
  },
  {
    name: "accepts settlements of outdated attempts",
    spoil: (store) => {
      const attempts = new Map<string, number>();
      return {
        ...watchLeases(store, ({ id, attempt }) => attempts.set(id, attempt)),
        settle: (settlements) =>
          store.settle(
            settlements.map((settlement) =>
              settlement.outcome === "revive"
                ? settlement
                : { ...settlement, attempt: attempts.get(settlement.id) ?? settlement.attempt },
            ),
          ),
      };
    },
    noticedBy: ["changes nothing when the attempt is no longer the current one"],
    sections: ["settle"],
  },
  {
    name: "counts the attempt of a hand-back",
    spoil: (store) => ({
      ...store,
      settle: (settlements) =>
        store.settle(
          settlements.map((settlement) =>
            settlement.outcome === "hand-back"
              ? { ...settlement, outcome: "retry", dueAt: 0, error: "handed back" }
              : settlement,
          ),
        ),
    }),
    noticedBy: ["hand-back: due at once, and the attempt is not counted"],
    sections: ["settle"],
  },
  {
    name: "drops dead effects",
    spoil: (store) => ({
      ...store,
      settle: (settlements) =>
        store.settle(
          settlements.map((settlement) =>
            settlement.outcome === "dead" ? { ...settlement, outcome: "done" } : settlement,
          ),
        ),
    }),
    noticedBy: ["dead: leaves its lane and stays visible"],
    sections: ["effects in lanes", "settle", "dead letters", "erase", "bodies survive exactly"],
  },
  {
    name: "gives one lease to two takers at the same time",
    spoil: (store) => {
      let shared: Promise<Taken> | null = null;
      return {
        ...store,
        takeDue(request) {
          shared ??= store.takeDue(request).finally(() => {
            shared = null;
          });
          return shared;
        },
      };
    },
    noticedBy: ["never gives one lease to two takers"],
    sections: ["at the same time"],
  },
];
