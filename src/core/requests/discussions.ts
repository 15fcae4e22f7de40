import type { Conversation } from "../conversation/state.ts";

/**
 * Where somebody is asked for advice, or gives it: nothing of it stands with the person, because advice takes no place,
 * so they find it here.
 */
export function discussionView(agentId: string): string {
  return `discussions:${agentId}`;
}

/** Everybody who is asked to advise on it, or does. */
export function discussing({ control }: Conversation): ReadonlySet<string> {
  if (control.phase !== "human") return new Set();
  const asked = control.asks.filter(({ kind }) => kind === "discuss").flatMap(({ pending }) => pending);
  return new Set([...control.advisers, ...asked.map(({ agentId }) => agentId)]);
}
