import { isClosed } from "./is-closed.ts";
import { isOnDuty } from "./on-duty.ts";
import { mostHops, type OverflowAction, type OverflowRule } from "./queue.ts";
import { isMeant, type Scope } from "./scope.ts";
import type { Search } from "./search.ts";
import { isPromise, waitBegan } from "./wait-began.ts";

/** The first rule that holds and would change something; `null`: it goes on waiting here. */
export function overflowAfter(search: Search, scope: Scope): OverflowAction | null {
  const rule = search.queue.overflow.after.find(
    (rule) => changesSomething(rule.then, search) && holds(rule, search, scope),
  );
  return rule?.then ?? null;
}

/** Each rule runs once: a queue it was in, a call offered, a promise made and a bot that helps already are the traces of it. */
function changesSomething(action: OverflowAction, { input }: Search): boolean {
  const { handoff, policy, botCouldHelp = true } = input;
  if (action.type === "queue") {
    const isKnown = policy.settings.queues[action.id] !== undefined;
    return isKnown && handoff.queues.length <= mostHops && !handoff.queues.includes(action.id);
  }
  if ((handoff.waits ?? "here") !== "here") return false;
  if (action.type === "call-back" && handoff.offeredCall !== undefined) return false;
  return action.type !== "bot" || botCouldHelp;
}

function holds({ when, then }: OverflowRule, search: Search, scope: Scope): boolean {
  const { input, queue } = search;
  const { at, handoff, policy } = input;
  switch (when.type) {
    case "closed":
      return isClosed(queue, policy, at);
    case "full":
      return queue.limit !== null && (input.waiting ?? 0) > queue.limit;
    case "wait":
      if (isPromise(then.type) && isClosed(queue, policy, at)) return false;
      return at - waitBegan(handoff, then) >= when.overMinutes * 60_000;
    case "nobody-on-duty":
      return !input.agents.some(
        (agent) =>
          agent.isTest === input.conversation.isTest &&
          isMeant(agent, scope) &&
          isOnDuty(agent, at, search.bounds.isOnShift),
      );
  }
}
