import type { Decision } from "../../../src/core/conversation/decision.ts";
import type { RequestRecord } from "../../../src/core/conversation/record.ts";
import { requestIdOf } from "../../../src/core/requests/ask.ts";
import { pendingAsks } from "../../../src/core/requests/pending-asks.ts";
import type { RoutingDecision } from "../../../src/core/routing/decision.ts";
import { conversationId, createWorld, received, type World, type WorldOptions } from "../world.ts";

/** Nobody is asked yet: the customer waits for a person. */
export function waitingWorld(options: WorldOptions = {}): World {
  const world = createWorld(options);
  world.apply(received("I want to talk to a human"));
  return world;
}

/** Routing asks them, all at once. */
export function offer(world: World, ...agentIds: readonly string[]): void {
  const control = world.conversation?.control;
  if (control?.phase !== "queue") throw new Error("Nobody waits.");
  const decision: RoutingDecision = {
    outcome: { type: "ask", agentIds },
    ...{ by: "longest-idle", step: 0, candidates: [], elsewhere: 0 },
  };
  const effectId = world.effects.findLast(({ effect }) => effect.type === "route")?.id ?? "none";
  world.apply({ type: "route-settled", effectId, handoffId: control.handoff.id, decision });
}

/** Robin has it. */
export function claimedWorld(options: WorldOptions = {}): World {
  const world = waitingWorld(options);
  world.apply({ type: "conversation-claimed", agentId: "robin" });
  return world;
}

/** Robin has it and has asked Lee. */
export function askedWorld(kind: "assign" | "discuss" = "assign", options: WorldOptions = {}): World {
  const world = claimedWorld(options);
  ask(world, kind, "lee", "Could you look at the invoice?");
  return world;
}

export function ask(world: World, kind: "assign" | "discuss", agentId: string, note: string | null = null): Decision {
  return world.apply({ type: "request-made", kind, byAgentId: "robin", agentId, role: null, note });
}

export function pendingId(world: World, of = "lee"): string {
  const asks = world.conversation ? pendingAsks(world.conversation.control) : [];
  const asked = asks.flatMap(({ pending }) => pending).find(({ agentId }) => agentId === of);
  return asked ? requestIdOf(conversationId, asked.recordSeq) : "none";
}

export function recordOf(world: World, requestId: string): RequestRecord {
  const found = [...world.records.values()].find((one) => one.type === "request" && one.requestId === requestId);
  if (found?.type !== "request") throw new Error(`No record of ${requestId}.`);
  return found;
}

/** The time at which a request lapses has come. */
export function expire(world: World): Decision {
  const timer = world.effects.findLast(
    ({ effect }) => effect.type === "timer" && effect.timer.kind === "request-expiry",
  );
  if (timer?.effect.type !== "timer") throw new Error("Nothing can lapse.");
  world.now = Math.max(world.now, timer.dueAt);
  return world.apply({ type: "timer-fired", effectId: timer.id, timer: timer.effect.timer });
}

export function resultOf(decision: Decision): string {
  return decision.status === "refused" ? decision.code : decision.status;
}
