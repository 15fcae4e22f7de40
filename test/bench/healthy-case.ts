import type { CaseEvidence, CaseLook } from "../../bench/chaos/leaver/case-evidence.ts";
import type { ObservedConversation, ObservedFollowUp } from "../../bench/chaos/observed.ts";
import { customerToken } from "../../bench/chaos/tokens.ts";
import type { CaseHandoffBody, CaseItemBody } from "../../src/protocol/case-handoffs.ts";
import { control, numbered } from "./healthy-records.ts";

const id = "cho_1";
const subjectId = "lea";
const time = (ms: number) => new Date(ms).toISOString();

/** What lea had went to kim, and came back: a conversation, a follow-up, a deal; one follow-up was done meanwhile. */
export function healthyCase(): CaseEvidence {
  const there = [
    item("conversation", "con_3", "moved"),
    item("task", "tsk_2", "moved"),
    item("task", "tsk_3", "moved"),
    item("deal", "deal-1", "moved"),
  ];
  const back = there.map((one) => ({ ...one, status: one.reference === "tsk_3" ? "left-alone" : "returned" }) as const);
  const changes = [{ key: "itm_4.out", to: "kim" }];
  const gone = { teamIds: [], hasLeft: true, holds: [], openFollowUps: [] };
  return {
    ...{ id, subjectId, teamIds: ["billing"], changedBefore: new Set(), changedBetween: new Set(["tsk_3"]) },
    kills: [
      { direction: "out", share: 0.2 },
      { direction: "out", share: 0.5 },
      { direction: "back", share: 0.4 },
    ],
    before: { settings: { number: 1, namesSubject: true } },
    out: {
      ...look(there, "completed", "kim"),
      deals: new Map([["deal-1", { owner: "kim", changes }]]),
      subject: gone,
      settings: { number: 2, namesSubject: false },
    },
    back: {
      ...look(back, "undone", "lea"),
      deals: new Map([["deal-1", { owner: "lea", changes: [...changes, { key: "itm_4.back", to: "lea" }] }]]),
      subject: { teamIds: ["billing"], hasLeft: false, holds: ["con_3"], openFollowUps: ["tsk_2"] },
      settings: { number: 3, namesSubject: true },
    },
  };
}

export function movedConversation(): ObservedConversation {
  const moved = (epoch: number, agentId: string) =>
    ({ ...control(epoch, "human", "human", "moved"), agentId, jobId: id }) as const;
  return {
    ...{ id: "con_3", address: "carl", phase: "human", agentId: "lea", epoch: 4, readAt: 10_000 },
    ...{ isListed: true, isOffered: false },
    messages: numbered([
      { epoch: 1, author: "customer", text: `Hello ${customerToken("carl-1")}` },
      { epoch: 2, author: "system", moment: "human.joined", text: "Lea is here." },
      { epoch: 3, author: "system", moment: "case.reassigned_bulk", text: "Kim looks after you." },
      { epoch: 4, author: "system", moment: "case.reassigned_bulk", text: "Lea looks after you." },
    ]),
    records: [
      control(1, null, "bot", "started"),
      { ...control(2, "bot", "human", "assigned"), agentId: "lea" },
      moved(3, "kim"),
      moved(4, "lea"),
    ],
  };
}

/** One that came back, and one that the new person had done by then. */
export function movedFollowUps(): readonly ObservedFollowUp[] {
  const changes = (...words: readonly string[]) => words.map((change, index) => ({ at: 100 * (index + 1), change }));
  return [
    {
      ...{ id: "tsk_2", title: "follow-up-2", ownerId: "lea", status: "open", dueAt: 90_000, endedAt: null },
      history: changes("created", "assigned", "assigned"),
    },
    {
      ...{ id: "tsk_3", title: "follow-up-3", ownerId: "kim", status: "done", dueAt: 90_000, endedAt: 300 },
      history: changes("created", "assigned", "done"),
    },
  ];
}

function look(items: readonly CaseItemBody[], status: CaseHandoffBody["status"], ownerId: string) {
  const counts = countsOf(items);
  const share = (module: string, count: number) =>
    ({ id: module, count, shares: [{ agentId: "kim", count }], overflow: null }) as const;
  const handoff = {
    ...{ id, subjectId, status, revision: 9, created: { by: "admin", at: time(50) }, counts },
    countsByModule: { all: counts },
    plan: {
      ...{ hash: "0".repeat(32), verified: { by: "admin", at: time(60) }, total: items.length, warnings: [] },
      modules: [share("conversation", 1), share("task", 2), share("deal", 1)],
      names: { settingsVersion: 1, places: [], substituteOf: [], changedParts: [] },
    },
    ...{ started: { by: "admin", at: time(70) }, stopped: null, undo: null, endedAt: time(350) },
    ...{ settings: null, leaving: null, remaining: null, isIndexing: false },
  } as const;
  return {
    handoff: handoff as unknown as CaseHandoffBody,
    items,
    conversations: new Map([["con_3", { phase: "human", agentId: ownerId }]]),
    followUps: new Map([
      ["tsk_2", { status: "open", ownerId }],
      ["tsk_3", { status: ownerId === "lea" ? "done" : "open", ownerId: "kim" }],
    ]),
  } satisfies Partial<CaseLook>;
}

function item(kind: string, reference: string, status: CaseItemBody["status"]): CaseItemBody {
  const placed = { type: "agent", id: "kim" } as const;
  const own = { id: `itm_${reference}`, module: kind, kind, reference, status, reason: null };
  return { ...own, from: subjectId, to: "kim", placed, changedAt: time(200) };
}

function countsOf(items: readonly CaseItemBody[]): CaseHandoffBody["counts"] {
  const count = (status: CaseItemBody["status"]) => items.filter((one) => one.status === status).length;
  return {
    pending: count("pending"),
    moved: count("moved"),
    "skipped-changed": count("skipped-changed"),
    failed: count("failed"),
    returned: count("returned"),
    "left-alone": count("left-alone"),
  };
}
