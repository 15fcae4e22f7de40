import type { CaseHandoff } from "../../core/casehandoff/case-handoff.ts";
import {
  type NamedSubstitute,
  type ReplacedSubstitute,
  replaceSubstitute,
  type SubstitutesOutcome,
} from "../../core/casehandoff/substitutes.ts";
import { readAgent } from "../../core/people/agent.ts";
import { reviseAgent } from "../../core/people/revise-agent.ts";
import type { Commit } from "../../ports/store.ts";
import type { Parts } from "../parts.ts";
import { afterwards } from "../people/edit-agent.ts";
import { readOwn, type Worker } from "./carry-items.ts";
import type { CaseParts } from "./case-parts.ts";
import { tryChange } from "./change-handoff.ts";
import type { StoredHandoff } from "./documents.ts";

/**
 * Absences that name the subject as their substitute name who takes their place in the settings, and going back the
 * subject again. The change and what is remembered of it are one commit: only what was changed here is put back.
 */
export async function settleSubstitutes(
  caseParts: CaseParts,
  stored: StoredHandoff,
  worker: Worker,
): Promise<StoredHandoff | null> {
  const wanted = wantedOf(stored.handoff, caseParts.parts.clock.now());
  if (!wanted) return stored;
  const { outcome, commit } = await replaceIn(caseParts.parts, wanted);
  const event = { type: "substitutes-settled", outcome } as const;
  const changed = await tryChange(caseParts.parts, stored, event, () => commit);
  if (changed?.status === "changed") return { handoff: changed.handoff, version: stored.version + 1 };
  const again = await readOwn(caseParts, worker);
  return again && settleSubstitutes(caseParts, again, worker);
}

interface Wanted extends ReplacedSubstitute {
  readonly agentIds: readonly string[];
}

/** `null`: nothing is to be done, or it is done. */
function wantedOf({ plan, run, subjectId, choices, substitutes }: CaseHandoff, at: number): Wanted | null {
  const { replacementId } = choices;
  if (!plan || replacementId === null || substitutes?.direction === run.direction) return null;
  if (run.direction === "out") {
    return { agentIds: plan.names.substituteOf, fromId: subjectId, toId: replacementId, at, only: null };
  }
  const only = substitutes?.changed ?? [];
  const agentIds = [...new Set(only.map(({ agentId }) => agentId))];
  return { agentIds, fromId: replacementId, toId: subjectId, at, only };
}

async function replaceIn({ store }: Parts, wanted: Wanted) {
  const { agentIds, toId, at } = wanted;
  const keys = [...new Set([...agentIds, toId])].map((id) => ({ kind: "agent", id }));
  const found = (await store.load(keys)).flatMap((one) => (one ? [{ ...one, agent: readAgent(one.body) }] : []));
  // Nobody is named who works here no more.
  const isThere = found.some(({ agent }) => agent.id === toId && agent.leftAt === null);
  const changed: NamedSubstitute[] = [];
  const keptOf: string[] = [];
  const puts: Commit["puts"][number][] = [];
  const follows: Pick<Commit, "effects" | "feed">[] = [];
  for (const { kind, id, version, agent: before } of found) {
    if (!agentIds.includes(id)) continue;
    const replaced = replaceSubstitute(before, wanted);
    if (replaced.changed.length === 0) continue;
    if (!isThere || id === toId) {
      keptOf.push(id);
      continue;
    }
    changed.push(...replaced.changed);
    puts.push({ kind, id, body: reviseAgent(before, replaced.agent) });
    follows.push(afterwards(before, replaced.agent, { id: `${id}.${version + 1}`, at }));
  }
  const outcome: SubstitutesOutcome = { changed, keptOf };
  const commit: Partial<Commit> = {
    expects: found.map(({ kind, id, version }) => ({ kind, id, version })),
    puts,
    effects: follows.flatMap(({ effects }) => effects),
    feed: follows.flatMap(({ feed }) => feed),
  };
  return { outcome, commit };
}
