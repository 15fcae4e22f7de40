import { describe, expect, test } from "vitest";
import type { Decision } from "../../../src/core/conversation/decision.ts";
import type { RequestEnd } from "../../../src/core/requests/ask.ts";
import { goneAgent, ownerGoes, type World } from "../world.ts";
import { askedWorld, expire, offer, pendingId, recordOf, resultOf, waitingWorld } from "./asked-world.ts";

type State = "pending" | RequestEnd;
type Happening = "accept" | "reject" | "withdraw" | "time-out" | "claim" | "close" | "owner-leaves" | "reassign";

/** Robin has it and asked Lee to take it. What happens, and what the request is then. */
const colleague: Record<State, Record<Happening, readonly [result: string, then: State]>> = {
  pending: {
    accept: ["applied", "accepted"],
    reject: ["applied", "rejected"],
    withdraw: ["applied", "withdrawn"],
    "time-out": ["applied", "timed-out"],
    claim: ["already-taken", "pending"],
    close: ["applied", "rescinded"],
    "owner-leaves": ["applied", "rescinded"],
    reassign: ["applied", "rescinded"],
  },
  accepted: {
    accept: ["ignored", "accepted"],
    reject: ["request-ended", "accepted"],
    withdraw: ["request-ended", "accepted"],
    "time-out": ["ignored", "accepted"],
    claim: ["ignored", "accepted"],
    close: ["applied", "accepted"],
    "owner-leaves": ["ignored", "accepted"],
    reassign: ["ignored", "accepted"],
  },
  rejected: endedWithRobin("rejected"),
  withdrawn: endedWithRobin("withdrawn"),
  "timed-out": endedWithRobin("timed-out"),
  // Robin has given it back: it waits.
  rescinded: {
    accept: ["request-ended", "rescinded"],
    reject: ["request-ended", "rescinded"],
    withdraw: ["request-ended", "rescinded"],
    "time-out": ["ignored", "rescinded"],
    claim: ["applied", "rescinded"],
    close: ["applied", "rescinded"],
    "owner-leaves": ["ignored", "rescinded"],
    reassign: ["applied", "rescinded"],
  },
};

function endedWithRobin(state: State): Record<Happening, readonly [string, State]> {
  return {
    accept: ["request-ended", state],
    reject: ["request-ended", state],
    withdraw: ["request-ended", state],
    "time-out": ["ignored", state],
    claim: ["already-taken", state],
    close: ["applied", state],
    "owner-leaves": ["applied", state],
    reassign: ["applied", state],
  };
}

/** It waits and routing has asked Lee. */
const offered: typeof colleague = {
  pending: {
    accept: ["applied", "accepted"],
    reject: ["applied", "rejected"],
    withdraw: ["applied", "withdrawn"],
    "time-out": ["applied", "timed-out"],
    claim: ["applied", "accepted"],
    close: ["applied", "rescinded"],
    "owner-leaves": ["ignored", "pending"],
    reassign: ["applied", "rescinded"],
  },
  accepted: colleague.accepted,
  rejected: endedInQueue("rejected"),
  withdrawn: endedInQueue("withdrawn"),
  "timed-out": endedInQueue("timed-out"),
  // Robin has claimed it meanwhile.
  rescinded: { ...endedWithRobin("rescinded") },
};

function endedInQueue(state: State): Record<Happening, readonly [string, State]> {
  return {
    ...endedWithRobin(state),
    claim: ["applied", state],
    "owner-leaves": ["ignored", state],
  };
}

const tables = [
  ["a colleague's request", colleague, () => askedWorld()],
  ["an offer of routing", offered, () => offeredWorld()],
] as const;

describe.each(tables)("%s", (_name, table, begin) => {
  const pairs = Object.entries(table).flatMap(([state, row]) =>
    Object.entries(row).map(([happening, [result, then]]) => [state, happening, result, then] as const),
  );
  test.each(pairs)("that is %s and %s: %s, and it is %s", (state, happening, result, then) => {
    const world = begin();
    const requestId = pendingId(world);
    bringTo(world, state as State, requestId);
    const robin = world.agents.get("robin");
    if (happening === "owner-leaves" && robin) world.agents.set("robin", goneAgent(robin, "away", world.now));
    const before = { agents: new Map(world.agents), conversation: world.conversation };
    const decision = happen(world, happening as Happening, requestId);
    expect(resultOf(decision)).toBe(result);
    expect(recordOf(world, requestId).end?.status ?? "pending").toBe(then);
    // Whatever is refused is not half done.
    if (decision.status !== "applied")
      expect({ agents: world.agents, conversation: world.conversation }).toEqual(before);
  });
});

function offeredWorld(): World {
  const world = waitingWorld();
  offer(world, "lee");
  return world;
}

function bringTo(world: World, state: State, requestId: string): void {
  switch (state) {
    case "pending":
      return;
    case "accepted":
      happen(world, "accept", requestId);
      return;
    case "rejected":
      happen(world, "reject", requestId);
      return;
    case "withdrawn":
      happen(world, "withdraw", requestId);
      return;
    case "timed-out":
      happen(world, "time-out", requestId);
      return;
    case "rescinded":
      if (world.conversation?.control.phase === "queue")
        world.apply({ type: "conversation-claimed", agentId: "robin" });
      else world.apply({ type: "conversation-unassigned", byAgentId: "robin", destination: null, note: null });
  }
}

function happen(world: World, happening: Happening, requestId: string): Decision {
  const isOffer = recordOf(world, requestId).kind === "offer";
  switch (happening) {
    case "accept":
      return world.apply({ type: "request-accepted", requestId, agentId: "lee" });
    case "reject":
      return world.apply({ type: "request-rejected", requestId, agentId: "lee", reason: "In a meeting" });
    case "withdraw":
      // Whoever asked takes it back; what routing asked, a lead.
      return world.apply({
        ...{ type: "request-withdrawn", requestId, agentId: isOffer ? "lee" : "robin", reason: "No longer needed" },
      });
    case "time-out":
      return expire(world);
    case "claim":
      return world.apply({ type: "conversation-claimed", agentId: "lee" });
    case "close":
      return world.apply({ type: "conversation-closed", agentId: null, outcome: "resolved", wrapUp: null });
    case "owner-leaves":
      return ownerGoes(world, "robin", "away");
    case "reassign":
      return world.apply({
        ...{ type: "conversation-assigned", agentId: "lee", byAgentId: null, evenIfAway: false },
        ...{ jobId: null, tellsCustomer: true },
      });
  }
}
