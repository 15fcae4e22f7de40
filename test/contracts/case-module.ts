import { describe, expect, test } from "vitest";
import type { CaseModule, CaseMove, CasePerson, OutsideCase } from "../../src/ports/case-module.ts";

/** What a module brings so that the contract can speak to it without knowing what is behind it. */
export interface CaseModuleUnderTest {
  readonly module: CaseModule;
  /** Who has `count` active things. */
  readonly owner: CasePerson;
  readonly count: number;
  readonly other: CasePerson;
  /** How often owners were really changed. */
  readonly changes: () => number;
  /** Somebody in the module's own windows gives this thing to a third person. */
  readonly interfere: (thing: OutsideCase) => void;
  /** It is deleted there. */
  readonly remove: (thing: OutsideCase) => void;
  /** The next change happens, and its answer never arrives. */
  readonly loseNextAnswer: () => void;
  /** From now on it fails in a way that may pass, or for good. */
  readonly fail: (how: "for-now" | "for-good") => void;
  /** From now on no answer comes. */
  readonly hang: () => void;
  readonly secrets: readonly string[];
  close(): Promise<void>;
}

interface Case {
  readonly name: string;
  readonly run: (subject: CaseModuleUnderTest) => Promise<void>;
}

const never = () => new AbortController().signal;

async function all({ module }: CaseModuleUnderTest, owner: CasePerson): Promise<readonly OutsideCase[]> {
  const items: OutsideCase[] = [];
  let cursor: string | null = null;
  do {
    const page = await module.list(owner, cursor, never());
    if (page.status !== "listed") throw new Error(page.error);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return items;
}

async function first(subject: CaseModuleUnderTest): Promise<OutsideCase> {
  const [thing] = await all(subject, subject.owner);
  if (!thing) throw new Error("The owner has nothing.");
  return thing;
}

function moving(
  { owner, other }: CaseModuleUnderTest,
  { reference, kind, version }: OutsideCase,
  key = "k1",
): CaseMove {
  return { key, reference, kind, version, from: owner, to: other };
}

function sought({ owner, other }: CaseModuleUnderTest, { reference, kind }: OutsideCase) {
  return { reference, kind, among: [owner, other] };
}

const cases: readonly Case[] = [
  {
    name: "lists everything somebody has, once each, over all pages",
    run: async (subject) => {
      const items = await all(subject, subject.owner);
      expect(new Set(items.map(({ reference }) => reference)).size).toBe(subject.count);
      expect(items).toHaveLength(subject.count);
      expect(await all(subject, subject.other)).toEqual([]);
    },
  },
  {
    name: "moves a thing to somebody else, who has it at once, in a new version",
    run: async (subject) => {
      const thing = await first(subject);
      const moved = await subject.module.move(moving(subject, thing), never());
      expect(moved).toEqual({ status: "moved", version: expect.any(String) });
      const [now] = await all(subject, subject.other);
      expect(now).toEqual({ ...thing, version: moved.status === "moved" ? moved.version : "" });
      expect(now?.version).not.toBe(thing.version);
      expect(await all(subject, subject.owner)).toHaveLength(subject.count - 1);
    },
  },
  {
    name: "moves nothing twice under one key, and answers as before",
    run: async (subject) => {
      const thing = await first(subject);
      const once = await subject.module.move(moving(subject, thing), never());
      expect(await subject.module.move(moving(subject, thing), never())).toEqual(once);
      expect(subject.changes()).toBe(1);
    },
  },
  {
    name: "can be asked again when an answer was lost",
    run: async (subject) => {
      const thing = await first(subject);
      subject.loseNextAnswer();
      expect(await subject.module.move(moving(subject, thing), never())).toMatchObject({ status: "retry" });
      expect(await subject.module.move(moving(subject, thing), never())).toMatchObject({ status: "moved" });
      expect(subject.changes()).toBe(1);
    },
  },
  {
    name: "leaves alone what somebody changed, unless whatever it is now is meant",
    run: async (subject) => {
      const thing = await first(subject);
      subject.interfere(thing);
      expect(await subject.module.move(moving(subject, thing), never())).toEqual({ status: "changed" });
      const forced = { ...moving(subject, thing, "k2"), version: null };
      expect(await subject.module.move(forced, never())).toMatchObject({ status: "moved" });
    },
  },
  {
    name: "says what is gone",
    run: async (subject) => {
      const thing = await first(subject);
      subject.remove(thing);
      expect(await subject.module.move(moving(subject, thing), never())).toEqual({ status: "missing" });
      expect(await subject.module.look(sought(subject, thing), never())).toEqual({ status: "missing" });
    },
  },
  {
    name: "says who has a thing, before and after it was moved, and changes nothing by it",
    run: async (subject) => {
      const thing = await first(subject);
      const look = () => subject.module.look(sought(subject, thing), never());
      expect(await look()).toEqual({ status: "found", ownerId: subject.owner.id });
      expect(subject.changes()).toBe(0);
      await subject.module.move(moving(subject, thing), never());
      expect(await look()).toEqual({ status: "found", ownerId: subject.other.id });
      const stranger = { ...sought(subject, thing), among: [subject.owner] };
      expect(await subject.module.look(stranger, never())).toEqual({ status: "found", ownerId: null });
      expect(subject.changes()).toBe(1);
    },
  },
  {
    name: "tells what may pass from what will not, and names no secret",
    run: async (subject) => {
      const thing = await first(subject);
      for (const [how, status] of [
        ["for-now", "retry"],
        ["for-good", "failed"],
      ] as const) {
        subject.fail(how);
        const listed = await subject.module.list(subject.owner, null, never());
        const moved = await subject.module.move(moving(subject, thing), never());
        const looked = await subject.module.look(sought(subject, thing), never());
        expect([listed.status, moved.status, looked.status]).toEqual([status, status, status]);
        for (const secret of subject.secrets) expect(JSON.stringify([listed, moved, looked])).not.toContain(secret);
      }
    },
  },
  {
    name: "gives up at once when it is told to",
    run: async (subject) => {
      const thing = await first(subject);
      subject.hang();
      const controller = new AbortController();
      const asked = subject.module.move(moving(subject, thing), controller.signal);
      controller.abort();
      expect(await asked).toMatchObject({ status: "retry" });
    },
  },
];

export function caseModuleContract(name: string, open: () => Promise<CaseModuleUnderTest>): void {
  describe(`${name} as a module of case handoffs`, () => {
    for (const each of cases) {
      test(each.name, async () => {
        const subject = await open();
        try {
          await each.run(subject);
        } finally {
          await subject.close();
        }
      });
    }
  });
}
