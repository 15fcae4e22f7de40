import { describe, expect, test } from "vitest";
import type { Decision } from "../../../src/core/conversation/decision.ts";
import type { RequestEnd, RequestKind } from "../../../src/core/requests/ask.ts";
import { ownerGoes, received, type World } from "../world.ts";
import { ask, askedWorld, expire, offer, pendingId, recordOf, resultOf, waitingWorld } from "./asked-world.ts";

type State = "pending" | RequestEnd;

/** Robin has it and asks Lee, or it waits and routing asks Lee. Kim is a colleague whom nobody has asked. */
function begin(kind: RequestKind): World {
  if (kind !== "offer") return askedWorld(kind);
  const world = waitingWorld();
  offer(world, "lee");
  return world;
}

const happenings: Readonly<Record<string, (world: World, requestId: string) => Decision>> = {
  "Lee accepts": (world, requestId) => world.apply({ type: "request-accepted", requestId, agentId: "lee" }),
  "Kim accepts": (world, requestId) => world.apply({ type: "request-accepted", requestId, agentId: "kim" }),
  "Lee rejects": (world, requestId) =>
    world.apply({ type: "request-rejected", requestId, agentId: "lee", reason: "In a meeting" }),
  "Kim rejects": (world, requestId) =>
    world.apply({ type: "request-rejected", requestId, agentId: "kim", reason: "In a meeting" }),
  "whoever may withdraws": (world, requestId) => {
    const agentId = recordOf(world, requestId).kind === "offer" ? "lee" : "robin";
    return world.apply({ type: "request-withdrawn", requestId, agentId, reason: "No longer needed" });
  },
  "Kim withdraws": (world, requestId) =>
    world.apply({ type: "request-withdrawn", requestId, agentId: "kim", reason: "No longer needed" }),
  "its time is up": (world) => expire(world),
  "Lee claims it": (world) => world.apply({ type: "conversation-claimed", agentId: "lee" }),
  "Kim claims it": (world) => world.apply({ type: "conversation-claimed", agentId: "kim" }),
  "Robin asks Lee again": (world, requestId) => {
    const { kind } = recordOf(world, requestId);
    return ask(world, kind === "discuss" ? "discuss" : "assign", "lee");
  },
  "it is assigned to Lee": (world) =>
    world.apply({
      ...{ type: "conversation-assigned", agentId: "lee", byAgentId: null, evenIfAway: true },
      ...{ jobId: null, tellsCustomer: true },
    }),
  "it is given back": (world) =>
    world.apply({ type: "conversation-unassigned", byAgentId: "lee", destination: null, note: null }),
  "the bot gets it": (world) => world.apply({ type: "conversation-handed-back", agentId: "robin", note: null }),
  "it is closed": (world) =>
    world.apply({ type: "conversation-closed", agentId: null, outcome: "resolved", wrapUp: null }),
  "Robin goes": (world) => ownerGoes(world, "robin", "away"),
  "Lee goes": (world) => ownerGoes(world, "lee", "away"),
  "the customer writes": (world) => world.apply(received("Are you there?")),
  "the customer waits no more": (world) => world.apply({ type: "wait-chosen", choice: "cancel" }),
};

function bringTo(world: World, state: State, requestId: string): void {
  const bring: Readonly<Record<State, string | null>> = {
    ...{ pending: null, accepted: "Lee accepts", rejected: "Lee rejects", withdrawn: "whoever may withdraws" },
    ...{ "timed-out": "its time is up" },
    rescinded: recordOf(world, requestId).kind === "offer" ? "Kim claims it" : "it is given back",
  };
  const name = bring[state];
  if (name !== null) happenings[name]?.(world, requestId);
}

/**
 * By what the request is already. `→ rejected`: it ends so; `goes on`: the conversation does, and the request stays as it
 * was; `-`: nothing happens; `ended` (`request-ended`) and other codes: refused, and nothing happens. What has ended ends no
 * other way (I6).
 */
const tables: Readonly<Record<RequestKind, string>> = {
  assign: `
                               | pending          | accepted       | rejected      | withdrawn     | timed-out     | rescinded
    Lee accepts                | → accepted       | -              | ended         | ended         | ended         | ended
    Kim accepts                | not-your-request | ended          | ended         | ended         | ended         | ended
    Lee rejects                | → rejected       | ended          | ended         | ended         | ended         | ended
    Kim rejects                | not-your-request | ended          | ended         | ended         | ended         | ended
    whoever may withdraws      | → withdrawn      | ended          | ended         | ended         | ended         | ended
    Kim withdraws              | not-your-request | ended          | ended         | ended         | ended         | ended
    its time is up             | → timed-out      | -              | -             | -             | -             | -
    Lee claims it              | already-taken    | -              | already-taken | already-taken | already-taken | goes on
    Kim claims it              | already-taken    | already-taken  | already-taken | already-taken | already-taken | goes on
    Robin asks Lee again       | already-asked    | not-allowed    | goes on       | goes on       | goes on       | not-in-control
    it is assigned to Lee      | → rescinded      | -              | goes on       | goes on       | goes on       | goes on
    it is given back           | → rescinded      | goes on        | goes on       | goes on       | goes on       | -
    the bot gets it            | → rescinded      | not-in-control | goes on       | goes on       | goes on       | not-in-control
    it is closed               | → rescinded      | goes on        | goes on       | goes on       | goes on       | goes on
    Robin goes                 | → rescinded      | -              | goes on       | goes on       | goes on       | -
    Lee goes                   | -                | goes on        | -             | -             | -             | -
    the customer writes        | goes on          | goes on        | goes on       | goes on       | goes on       | goes on
    the customer waits no more | -                | -              | -             | -             | -             | goes on`,
  discuss: `
                               | pending          | accepted      | rejected      | withdrawn     | timed-out     | rescinded
    Lee accepts                | → accepted       | ended         | ended         | ended         | ended         | ended
    Kim accepts                | not-your-request | ended         | ended         | ended         | ended         | ended
    Lee rejects                | → rejected       | ended         | ended         | ended         | ended         | ended
    Kim rejects                | not-your-request | ended         | ended         | ended         | ended         | ended
    whoever may withdraws      | → withdrawn      | ended         | ended         | ended         | ended         | ended
    Kim withdraws              | not-your-request | ended         | ended         | ended         | ended         | ended
    its time is up             | → timed-out      | -             | -             | -             | -             | -
    Lee claims it              | already-taken    | already-taken | already-taken | already-taken | already-taken | goes on
    Kim claims it              | already-taken    | already-taken | already-taken | already-taken | already-taken | goes on
    Robin asks Lee again       | already-asked    | already-asked | goes on       | goes on       | goes on       | not-in-control
    it is assigned to Lee      | → rescinded      | goes on       | goes on       | goes on       | goes on       | goes on
    it is given back           | → rescinded      | goes on       | goes on       | goes on       | goes on       | -
    the bot gets it            | → rescinded      | goes on       | goes on       | goes on       | goes on       | not-in-control
    it is closed               | → rescinded      | goes on       | goes on       | goes on       | goes on       | goes on
    Robin goes                 | → rescinded      | goes on       | goes on       | goes on       | goes on       | -
    Lee goes                   | -                | -             | -             | -             | -             | -
    the customer writes        | goes on          | goes on       | goes on       | goes on       | goes on       | goes on
    the customer waits no more | -                | -             | -             | -             | -             | goes on`,
  offer: `
                               | pending          | accepted       | rejected       | withdrawn      | timed-out      | rescinded
    Lee accepts                | → accepted       | -              | ended          | ended          | ended          | ended
    Kim accepts                | not-your-request | ended          | ended          | ended          | ended          | -
    Lee rejects                | → rejected       | ended          | ended          | ended          | ended          | ended
    Kim rejects                | not-your-request | ended          | ended          | ended          | ended          | ended
    whoever may withdraws      | → withdrawn      | ended          | ended          | ended          | ended          | ended
    Kim withdraws              | not-allowed      | ended          | ended          | ended          | ended          | ended
    its time is up             | → timed-out      | -              | -              | -              | -              | -
    Lee claims it              | → accepted       | -              | goes on        | goes on        | goes on        | already-taken
    Kim claims it              | → rescinded      | already-taken  | goes on        | goes on        | goes on        | -
    Robin asks Lee again       | not-in-control   | not-allowed    | not-in-control | not-in-control | not-in-control | not-allowed
    it is assigned to Lee      | → rescinded      | -              | goes on        | goes on        | goes on        | goes on
    it is given back           | -                | goes on        | -              | -              | -              | goes on
    the bot gets it            | not-in-control   | not-in-control | not-in-control | not-in-control | not-in-control | not-in-control
    it is closed               | → rescinded      | goes on        | goes on        | goes on        | goes on        | goes on
    Robin goes                 | -                | -              | -              | -              | -              | -
    Lee goes                   | → rescinded      | goes on        | -              | -              | -              | -
    the customer writes        | goes on          | goes on        | goes on        | goes on        | goes on        | goes on
    the customer waits no more | → rescinded      | -              | goes on        | goes on        | goes on        | -`,
};

describe.each(Object.entries(tables))("a request (%s)", (kind, table) => {
  const [head = [], ...rows] = table
    .trim()
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()));
  const states = head.slice(1) as readonly State[];

  test("is looked at with everything that can happen to it, whatever it is", () => {
    expect(rows.map(([name]) => name)).toEqual(Object.keys(happenings));
    expect(new Set(states).size).toBe(6);
    for (const [, ...cells] of rows) expect(cells).toHaveLength(states.length);
  });

  const cells = rows.flatMap(([name = "", ...row]) =>
    row.map((outcome, index) => [states[index] ?? "pending", name, outcome] as const),
  );

  test.each(cells)("that is %s, and %s: %s", (state, name, outcome) => {
    const world = begin(kind as RequestKind);
    const requestId = pendingId(world);
    bringTo(world, state, requestId);
    expect(recordOf(world, requestId).end?.status ?? "pending").toBe(state);
    const before = { agents: new Map(world.agents), conversation: world.conversation };
    const decision = happenings[name]?.(world, requestId);
    if (!decision) throw new Error(`There is no ${name}.`);
    const then = recordOf(world, requestId).end?.status ?? "pending";
    expect(then === state ? (words[resultOf(decision)] ?? resultOf(decision)) : `→ ${then}`).toBe(outcome);
    // Whatever is refused is not half done. Whoever goes is not there any more, whatever becomes of that.
    if (decision.status !== "applied" && !name.endsWith(" goes")) {
      expect({ agents: world.agents, conversation: world.conversation }).toEqual(before);
    }
  });
});

const words: Readonly<Record<string, string>> = { applied: "goes on", ignored: "-", "request-ended": "ended" };
