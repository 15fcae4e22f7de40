import { describe, expect, test } from "vitest";
import { conversationId, type World } from "../world.ts";
import { ask, askedWorld, claimedWorld, expire, offer, pendingId, recordOf, waitingWorld } from "./asked-world.ts";

describe("the record of a request", () => {
  test("is there as soon as somebody is asked, with who asks, whom, when and the note", () => {
    const world = askedWorld();
    const requestId = pendingId(world);
    const { lastRecordSeq, epoch, lastSeq } = world.conversation ?? { lastRecordSeq: 0, epoch: 0, lastSeq: 0 };
    expect(recordOf(world, requestId)).toEqual({
      schemaVersion: 1,
      type: "request",
      conversationId,
      seq: lastRecordSeq,
      at: world.now,
      actor: { type: "agent", agentId: "robin" },
      epoch,
      requestId,
      kind: "assign",
      agentId: "lee",
      decisionSeq: null,
      noteSeq: lastSeq,
      end: null,
    });
    expect(world.messages.get(lastSeq)?.content).toEqual({ type: "text", text: "Could you look at the invoice?" });
  });

  test.each([
    ["rejected", "In a meeting"],
    ["withdrawn", "I resolved it myself"],
    ["accepted", null],
    ["timed-out", null],
  ] as const)("stays the one record when it is %s, and says when and why", (status, reason) => {
    const world = askedWorld();
    const requestId = pendingId(world);
    const before = recordOf(world, requestId);
    const known = world.records.size;
    world.now += 30_000;
    end(world, status, requestId, reason);
    expect(recordOf(world, requestId)).toEqual({ ...before, end: { status, at: world.now, reason } });
    const requests = [...world.records.values()].filter(({ type }) => type === "request");
    expect(requests).toHaveLength(1);
    // A change of owner has one record of its own (I2), and nothing else has.
    expect(world.records.size).toBe(known + (status === "accepted" ? 1 : 0));
  });

  test("is one for each of those who are asked at once, with the decision that chose them", () => {
    const world = waitingWorld();
    offer(world, "robin", "lee");
    const [forRobin, forLee] = [pendingId(world, "robin"), pendingId(world, "lee")];
    const decision = [...world.records.values()].find(({ type }) => type === "routing");
    expect(recordOf(world, forRobin)).toMatchObject({ agentId: "robin", decisionSeq: decision?.seq, end: null });
    world.apply({ type: "request-accepted", requestId: forLee, agentId: "lee" });
    expect(recordOf(world, forLee).end).toMatchObject({ status: "accepted" });
    expect(recordOf(world, forRobin).end).toEqual({ status: "rescinded", at: world.now, reason: null });
  });
});

describe("a colleague who accepts", () => {
  test("has it alone: who else was asked is let go, and nothing of before is waited for", () => {
    const world = askedWorld();
    makeAvailable(world, "kim");
    ask(world, "discuss", "kim");
    const [forLee, forKim] = [pendingId(world, "lee"), pendingId(world, "kim")];
    const control = world.conversation?.control;
    const watch = control?.phase === "human" ? control.watch?.effectId : null;
    expect(world.live).toContain(watch);
    world.apply({ type: "request-accepted", requestId: forLee, agentId: "lee" });
    expect(recordOf(world, forKim).end).toEqual({ status: "rescinded", at: world.now, reason: null });
    expect(world.live).not.toContain(watch);
    expect(world.conversation?.control).toMatchObject({ phase: "human", agentId: "lee", asks: [], awaitsAnswer: true });
    expect(world.agents.get("robin")?.holds).toEqual({});
  });
});

describe("who is told how it ended", () => {
  const told = (world: World) =>
    world.effects.flatMap(({ effect }) =>
      effect.type === "notify" && effect.notice.kind === "request-ended"
        ? [[effect.notice.targets[0]?.id, effect.notice.actorId, effect.notice.detail]]
        : [],
    );

  test.each(["accepted", "rejected", "timed-out"] as const)("whoever asked, when it was %s", (status) => {
    const world = askedWorld();
    end(world, status, pendingId(world), "In a meeting");
    expect(told(world)).toEqual([["robin", "lee", status]]);
  });

  test("nobody of what they did themselves", () => {
    const withdrawn = askedWorld();
    end(withdrawn, "withdrawn", pendingId(withdrawn), "No longer needed");
    expect(told(withdrawn)).toEqual([]);
    const closed = askedWorld();
    closed.apply({ type: "conversation-closed", agentId: "robin", outcome: "resolved", wrapUp: null });
    expect(told(closed)).toEqual([]);
  });

  test("a lead who asked for somebody, when the owner ended it instead", () => {
    const world = claimedWorld();
    makeAvailable(world, "kim");
    world.apply({ type: "request-made", kind: "assign", byAgentId: "lee", agentId: "kim", role: null, note: null });
    world.apply({ type: "conversation-closed", agentId: "robin", outcome: "resolved", wrapUp: null });
    expect(told(world)).toEqual([["lee", "kim", "rescinded"]]);
  });
});

describe("who may be asked", () => {
  test.each([
    ["somebody who is away", "assign", "kim", null, "agent-away"],
    ["nobody we know", "assign", "nobody", null, "unknown-agent"],
    ["oneself", "assign", "robin", null, "nobody-to-ask"],
    ["an agent where a lead was meant", "assign", "kim", "lead", "wrong-role"],
  ] as const)("not %s", (_who, kind, agentId, role, code) => {
    const world = claimedWorld();
    if (role) makeAvailable(world, agentId);
    const made = { type: "request-made", kind, byAgentId: "robin", agentId, role, note: null } as const;
    expect(world.apply(made)).toEqual({ status: "refused", code });
  });

  test("not somebody without room, unless it is for advice", () => {
    const world = claimedWorld();
    const lee = world.agents.get("lee");
    if (lee) world.agents.set("lee", { ...lee, capacity: 0 });
    expect(ask(world, "assign", "lee")).toEqual({ status: "refused", code: "agent-full" });
    expect(ask(world, "discuss", "lee").status).toBe("applied");
  });

  test("one person at a time to take it, and nobody twice", () => {
    const world = askedWorld();
    makeAvailable(world, "kim");
    expect(ask(world, "assign", "kim")).toEqual({ status: "refused", code: "already-asked" });
    expect(ask(world, "discuss", "lee")).toEqual({ status: "refused", code: "already-asked" });
    expect(ask(world, "discuss", "kim").status).toBe("applied");
  });

  test("only by the person who has it, or by a lead", () => {
    const world = claimedWorld();
    makeAvailable(world, "kim");
    const made = { type: "request-made", kind: "discuss", agentId: "robin", role: null, note: null } as const;
    expect(world.apply({ ...made, byAgentId: "kim", agentId: "lee" })).toEqual({
      status: "refused",
      code: "not-allowed",
    });
    expect(world.apply({ ...made, byAgentId: "lee", agentId: "kim" }).status).toBe("applied");
  });
});

function makeAvailable(world: World, id: string): void {
  const agent = world.agents.get(id);
  if (agent) world.agents.set(id, { ...agent, presence: "available" });
}

function end(world: World, status: string, requestId: string, reason: string | null): void {
  if (status === "timed-out") expire(world);
  else if (status === "accepted") world.apply({ type: "request-accepted", requestId, agentId: "lee" });
  else if (status === "rejected")
    world.apply({ type: "request-rejected", requestId, agentId: "lee", reason: reason ?? "" });
  else world.apply({ type: "request-withdrawn", requestId, agentId: "robin", reason: reason ?? "" });
}
