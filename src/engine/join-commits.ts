import type { Commit, NewEffect } from "../ports/store.ts";

/** One commit of several that build upon each other: the last content of each document, on its first version. */
export function joinCommits(commits: readonly Omit<Commit, "lease">[]): Partial<Commit> {
  const cancels = commits.flatMap((commit) => commit.cancels);
  const cancelled = new Set(cancels);
  const keyOf = ({ kind, id }: { readonly kind: string; readonly id: string }) => `${kind} ${id}`;
  const puts = new Map(commits.flatMap((commit) => commit.puts.map((put) => [keyOf(put), put] as const)));
  const expects = new Map(commits.flatMap((commit) => commit.expects.map((one) => [keyOf(one), one] as const)));
  return {
    expects: [...expects.values()],
    puts: [...puts.values()],
    entries: commits.flatMap((commit) => commit.entries),
    // What one of them plans, a later one may take back.
    effects: withoutRepeats(commits.flatMap((commit) => commit.effects).filter(({ id }) => !cancelled.has(id))),
    cancels,
    index: commits.flatMap((commit) => commit.index),
    feed: commits.flatMap((commit) => commit.feed),
  };
}

/** Somebody has room again: said once is enough. */
function withoutRepeats(effects: readonly NewEffect[]): readonly NewEffect[] {
  const drained = new Set<string>();
  return effects.filter(({ body }) => {
    const { type, agentId } = body as { readonly type: string; readonly agentId?: string };
    if (type !== "queue-drain" || agentId === undefined) return true;
    const isFirst = !drained.has(agentId);
    drained.add(agentId);
    return isFirst;
  });
}
