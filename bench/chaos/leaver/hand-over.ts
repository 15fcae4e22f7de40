import * as z from "zod";
import { type CaseHandoffBody, caseHandoff } from "../../../src/protocol/case-handoffs.ts";
import { sleep } from "../../support/sleep.ts";
import type { Killer } from "../killer.ts";
import { leaverId, replacementId } from "../office.ts";
import type { CaseEvidence, CaseLook, KillOnTheWay } from "./case-evidence.ts";
import { customersOf, type LeaverWorld, leaverTeams } from "./leaver.ts";
import { lookAt, readItems, readNames } from "./look.ts";

export interface HandOverOptions {
  readonly world: LeaverWorld;
  readonly killer: Killer;
  readonly cuts: Readonly<Record<KillOnTheWay["direction"], Cuts>>;
  readonly agentIds: readonly string[];
  readonly giveUpAt: number;
}

/** When it is killed on the way. */
export interface Cuts {
  /** When so much is done: shares from 0 to 1. */
  readonly marks: readonly number[];
  /** So often in the middle of a call outside: the thing has moved there, and Baton does not know yet. */
  readonly calls: number;
}

/** A batch takes longer, and what is looked for runs in the process that is asked. */
const lookEveryMs = 5;
const working = new Set(["running", "undoing"]);
/** What is nearly done is as good as done. */
const mostShare = 0.95;

/** Everything of one person to a department, killed on the way; then all of it back, killed again. */
export async function handOverAndBack(options: HandOverOptions): Promise<CaseEvidence> {
  const { world, agentIds, giveUpAt } = options;
  const { api, crm, commands, provider, size } = world;
  const before = { settings: await readNames(api, leaverId) };
  const choices = { method: "one-person", target: { type: "department", id: "billing", strategy: "least-loaded" } };
  const draft = await api.ask(
    "/case-handoffs",
    { subjectId: leaverId, ...choices, tellsCustomers: true, leaves: true, replacementId },
    caseHandoff,
    "case-handoff",
  );
  const { id } = draft;
  const { plan } = await api.ask(`/case-handoffs/${id}/verify`, {}, caseHandoff);
  const own = { id, subjectId: leaverId };
  const planned = await readItems(api, id);
  const changedBefore = await changeSome(world, planned, null, giveUpAt);
  const [taken = ""] = planned
    .filter(({ kind, reference }) => kind === "conversation" && !changedBefore.has(reference))
    .map(({ reference }) => reference);
  await commands.run({ kind: "assign", conversationId: taken, agentId: agentIds[0] ?? "" }, giveUpAt);
  await begin(world, `/case-handoffs/${id}/start`, { hash: plan?.hash });
  const words = provider.say(customersOf(size).slice(-10), giveUpAt);
  const killsOut = await killOnTheWay(options, id, "out");
  await words;
  const out = await lookAt(api, crm, own);
  const moved = out.items.filter(({ status, placed }) => status === "moved" && placed?.type === "agent");
  const changedBetween = await changeSome(world, moved, out, giveUpAt);
  await begin(world, `/case-handoffs/${id}/undo`, {});
  const killsBack = await killOnTheWay(options, id, "back");
  const back = await lookAt(api, crm, own);
  return {
    ...{ id, subjectId: leaverId, teamIds: leaverTeams, kills: [...killsOut, ...killsBack], before, out, back },
    ...{ changedBefore: new Set([...changedBefore, taken]), changedBetween },
  };
}

/** Two conversations are closed and a follow-up is done by whoever has them. */
async function changeSome(
  { api, commands }: LeaverWorld,
  items: CaseLook["items"],
  look: CaseLook | null,
  giveUpAt: number,
): Promise<ReadonlySet<string>> {
  const first = (kind: string, count: number) => items.filter((item) => item.kind === kind).slice(0, count);
  const closed = first("conversation", 2);
  for (const { reference: conversationId, from } of closed) {
    const agentId = look?.conversations.get(conversationId)?.agentId ?? from;
    await commands.run({ kind: "close", conversationId, agentId }, giveUpAt);
  }
  const done = first("task", 1);
  for (const { reference } of done) await api.ask(`/tasks/${reference}/done`, {}, z.unknown(), `done-${reference}`);
  return new Set([...closed, ...done].map(({ reference }) => reference));
}

/** A repetition that finds it begun already is an answer, too. */
async function begin({ api }: LeaverWorld, path: string, body: object): Promise<void> {
  for (;;) {
    const { status, body: answer } = await api.post(path, body, null);
    if (status === 200 || status === 409) return;
    if (status !== "lost") throw new Error(`POST ${path} was answered ${status}: ${JSON.stringify(answer)}`);
    await sleep(50);
  }
}

/** Watches it as a lead does, and kills at each mark and in the middle of calls outside; resolves when it has ended. */
async function killOnTheWay(
  options: HandOverOptions,
  id: string,
  direction: KillOnTheWay["direction"],
): Promise<readonly KillOnTheWay[]> {
  const { world, killer, cuts, giveUpAt } = options;
  const kills: KillOnTheWay[] = [];
  let left = cuts[direction].marks;
  const calls = callsToCut(world.crm, cuts[direction].calls);
  let restarted: Promise<unknown> = Promise.resolve();
  for (;;) {
    const handoff = await world.api.get(`/case-handoffs/${id}`, caseHandoff);
    const { status, counts } = handoff;
    if (!working.has(status)) {
      await restarted;
      return kills;
    }
    if (Date.now() > giveUpAt) throw new Error(`Case handoff ${id} is still ${status}: ${JSON.stringify(counts)}`);
    const share = shareOf(handoff);
    const [mark] = left;
    const isMarked = mark !== undefined && share >= mark && share < mostShare;
    if (isMarked || calls.isWaiting()) {
      left = left.filter((each) => each > share);
      kills.push({ direction, share });
      // All where nobody knows who waits for the answer; else one, whom the other one may have to follow.
      const killed = calls.isWaiting() ? killer.killAll() : killer.killOne();
      restarted = Promise.all([restarted, killed]);
      calls.next();
    } else await sleep(lookEveryMs);
  }
}

/** Calls whose answer is held until whoever waits for it is killed, one after the other. */
function callsToCut(crm: LeaverWorld["crm"], count: number) {
  let left = count;
  let isWaiting = false;
  const hold = () => {
    if (left === 0) return;
    left -= 1;
    void crm.holdNextAnswer().then(() => {
      isWaiting = true;
    });
  };
  hold();
  return {
    isWaiting: () => isWaiting,
    next() {
      if (!isWaiting) return;
      isWaiting = false;
      hold();
    },
  };
}

function shareOf({ status, counts, plan }: CaseHandoffBody): number {
  const total = plan?.total ?? 0;
  if (status !== "undoing") return (total - counts.pending) / total;
  const { moved, returned } = counts;
  const gone = counts["left-alone"] + returned;
  return gone / (gone + moved);
}
