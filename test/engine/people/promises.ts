import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Conversation } from "../../../src/core/conversation/state.ts";
import type { Presence } from "../../../src/core/people/agent.ts";
import { goneReason } from "../../../src/core/people/gone.ts";
import type { OpenStore } from "../../../src/ports/store.ts";
import { testClock } from "../../support/clock.ts";
import { person, startTestEngine, type TestEngine } from "../../support/engine.ts";
import { quietSettings } from "../../support/quiet-settings.ts";
import { recordingChannel } from "../../support/recording-channel.ts";

export type WithStore = (work: (store: OpenStore) => Promise<void>) => Promise<void>;

/** I2, I5 and I7, whatever people do about being there: two engines on one store, one of which may be gone any time. */
export function peoplePromises(name: string, withStore: WithStore, numRuns: number): void {
  describe(`people who come and go, on ${name}`, () => {
    test.each([true, false])(
      "leave nothing behind (the customer looks on: %s)",
      async (isLive) => {
        await fc.assert(
          fc.asyncProperty(fc.array(steps, { minLength: 5, maxLength: 20, size: "max" }), (sequence) =>
            withStore((store) => play(sequence, store, isLive)),
          ),
          { numRuns, endOnFailure: true },
        );
      },
      120_000,
    );
  });
}

const minute = 60_000;
const day = [{ from: "08:00", to: "09:25" }];
const week = { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: day, sunday: day };
const { requestSeconds } = quietSettings.people;
const settings = {
  ...quietSettings,
  people: {
    ...quietSettings.people,
    idleMinutes: null,
    firstResponse: { holdMinutes: null, reassignMinutes: null },
    // No ring ends by itself as long as this goes on: what ends it is that somebody goes.
    requestSeconds: { ...requestSeconds, offer: 7_200 },
  },
  hours: { ...quietSettings.hours, early: { id: "early", name: "Early", timeZone: "UTC", week, exceptions: [] } },
};
const people = ["robin", "kim", "lee"];
const customers = ["ada", "ben", "cy"];

interface Scene {
  readonly engines: TestEngine[];
  crash(): void;
}

type Step = (scene: Scene) => Promise<void>;

const who = fc.constantFrom(...people);
const claims = fc.tuple(who, fc.nat()).map(
  ([agentId, pick]): Step =>
    async ({ engines }) => {
      await engines[1]?.write(`new-${pick % 7}`, "I want to talk to a human");
      const waiting = await engines[1]?.engine.conversations.listByPhase("queue", { limit: 10, cursor: null });
      const chosen = waiting?.items[pick % Math.max(1, waiting.items.length)];
      const agent = await engines[1]?.engine.agents.get(agentId);
      const isThere = agent && goneReason(agent, settings, engines[1]?.clock.now() ?? 0) === null;
      // Who takes something while they are away is there for it: that would be theirs to keep.
      if (!chosen || !isThere) return;
      await engines[1]?.engine.command(chosen.id, { type: "conversation-claimed", agentId }, null);
    },
);

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(who, fc.constantFrom<Presence>("available", "available", "busy", "away", "offline")).map(
    ([id, presence]): Step =>
      async ({ engines }) => {
        const lead = { agentId: null, role: "admin" } as const;
        await engines[0]?.engine.people.setPresence(id, { statusId: null, presence, reason: null }, lead);
      },
  ),
  who.map(
    (id): Step =>
      async ({ engines }) => {
        await engines[1]?.engine.people.seen(id);
      },
  ),
  fc.tuple(who, fc.integer({ min: -30, max: 90 }), fc.integer({ min: 1, max: 90 })).map(
    ([id, after, minutes]): Step =>
      async ({ engines }) => {
        const from = (engines[0]?.clock.now() ?? 0) + after * minute;
        const absence = { id: "a", from, to: from + minutes * minute, reason: null, substituteId: null };
        await engines[0]?.engine.agents.change(id, { absences: minutes > 80 ? [] : [absence] });
      },
  ),
  fc.tuple(who, fc.constantFrom("early", null)).map(
    ([id, shift]): Step =>
      async ({ engines }) => {
        await engines[1]?.engine.agents.change(id, { shift });
      },
  ),
  fc.tuple(fc.constantFrom(...customers), fc.constantFrom("I want to talk to a human", "hello?")).map(
    ([from, text]): Step =>
      async ({ engines }) => {
        await engines[0]?.write(from, text);
      },
  ),
  claims,
  claims,
  claims,
  fc.constantFrom(0, minute, 3 * minute, 30 * minute).map(
    (ms): Step =>
      async ({ engines }) => {
        for (const engine of engines) await engine.pass(engine === engines[0] ? ms : 0);
      },
  ),
  fc.constant<Step>(async (scene) => scene.crash()),
);

async function play(sequence: readonly Step[], open: OpenStore, isLive: boolean): Promise<void> {
  const clock = testClock();
  const channel = recordingChannel("main.test", { hasPresence: isLive });
  const store: OpenStore = { store: open.store, close: async () => undefined };
  let started = 0;
  const startOne = () =>
    startTestEngine({
      store,
      clock,
      channel,
      starter: settings,
      processName: `p${++started}-`,
      limits: { stopGraceMs: 0 },
    });
  const engines = [startOne(), startOne()];
  const scene: Scene = {
    engines,
    crash() {
      // Whatever it was doing is left as it is; nobody tells it.
      engines[0] = startOne();
    },
  };
  for (const id of people) await engines[0]?.engine.agents.add(person(id));
  try {
    for (const step of sequence) {
      await step(scene);
    }
    await engines[0]?.pass(30 * minute);
    for (let rounds = 0; rounds < 3; rounds++) for (const engine of engines) await engine.pass(minute);
    await expectPromises(engines);
    await expectEverybodyKnows(engines, { store: open.store, isLive });
  } finally {
    for (const { engine } of engines) await engine.stop();
    await open.close();
  }
}

async function conversationsOf(engines: readonly TestEngine[]): Promise<readonly Conversation[]> {
  const phases = ["bot", "queue", "human", "closed"] as const;
  const list = (phase: (typeof phases)[number]) =>
    engines[0]?.engine.conversations.listByPhase(phase, { limit: 50, cursor: null });
  const pages = await Promise.all(phases.map(list));
  return pages.flatMap((page) => page?.items ?? []);
}

async function expectPromises(engines: readonly TestEngine[]): Promise<void> {
  const conversations = await conversationsOf(engines);
  for (const { id, control, epoch } of conversations) {
    const records = await engines[0]?.engine.conversations.records(id, { limit: 500, afterSeq: 0 });
    // I2: every change of control one epoch and one record.
    const epochs = records?.items.flatMap((record) => (record.type === "control" ? [record.epoch] : []));
    expect(epochs).toEqual(Array.from({ length: epoch }, (_, index) => index + 1));
    // I5: who waits has somebody who is asked, or a stored wake-up.
    if (control.phase === "queue") expect(control.handoff.wakeUpEffectId).not.toBe("");
  }
}

/** When all is quiet, nothing of somebody's who is gone is left where the customer looks on; elsewhere it knows. */
async function expectEverybodyKnows(
  engines: readonly TestEngine[],
  { store, isLive }: { readonly store: OpenStore["store"]; readonly isLive: boolean },
): Promise<void> {
  const at = engines[0]?.clock.now() ?? 0;
  const conversations = await conversationsOf(engines);
  for (const agent of (await engines[0]?.engine.agents.list()) ?? []) {
    // I7: a place is kept for everything they have, and for nothing else.
    const theirs = conversations.filter(({ control }) => control.phase === "human" && control.agentId === agent.id);
    const held = Object.entries(agent.holds).filter(([, { as }]) => as !== "offered");
    expect(held.map(([id]) => id).sort()).toEqual(theirs.map(({ id }) => id).sort());
    const isAsked = Object.values(agent.holds).some(({ as }) => as === "offered");
    // I7: nobody is asked who is not there.
    if (isAsked) expect(goneReason(agent, settings, at)).toBeNull();
  }
  for (const { control } of conversations) {
    if (control.phase !== "human") continue;
    const owner = await engines[0]?.engine.agents.get(control.agentId);
    const reason = owner ? goneReason(owner, settings, at) : null;
    const [watch] = await store.load([{ kind: "agent-watch", id: control.agentId }]);
    const told = (watch?.body as { readonly told: string | null } | undefined)?.told ?? null;
    // New people begin away without anybody being told.
    if (reason !== "away") expect(told).toBe(reason);
    if (isLive) expect(reason).toBeNull();
    else expect(control.ownerGone !== null).toBe(reason !== null);
  }
}
