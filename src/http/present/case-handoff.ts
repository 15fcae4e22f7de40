import { type Act, type CaseHandoff, type CasePlan, itemsKeptUntil } from "../../core/casehandoff/case-handoff.ts";
import { totals } from "../../core/casehandoff/counts.ts";
import type { CaseItem } from "../../core/casehandoff/item.ts";
import type { SubstitutesOutcome } from "../../core/casehandoff/substitutes.ts";
import type { Preview } from "../../engine/casehandoff/preview.ts";
import type { CaseHandoffBody, CaseItemBody, CasePreviewBody } from "../../protocol/case-handoffs.ts";
import { isoTime } from "./time.ts";

export function presentCaseHandoff(handoff: CaseHandoff): CaseHandoffBody {
  const { id, subjectId, status, revision, choices, counts, undo, endedAt, remaining, itemsGoneAt } = handoff;
  const { returnAt } = choices;
  const keptUntil = itemsGoneAt === null ? itemsKeptUntil(handoff) : null;
  return {
    ...{ id, subjectId, status, revision, remaining, isIndexing: false },
    choices: { ...choices, returnAt: returnAt === null ? null : isoTime(returnAt) },
    created: presentAct(handoff.created),
    plan: handoff.plan && presentPlan(handoff.plan),
    counts: totals(counts),
    countsByModule: counts,
    started: handoff.started && presentAct(handoff.started),
    stopped: handoff.stopped && presentAct(handoff.stopped),
    undo: undo && { ...presentAct(undo), cause: undo.cause, force: undo.isForced },
    endedAt: endedAt === null ? null : isoTime(endedAt),
    itemsKeptUntil: keptUntil === null ? null : isoTime(keptUntil),
    itemsGoneAt: itemsGoneAt === null ? null : isoTime(itemsGoneAt),
    settings: handoff.settings && presentSettings(handoff.settings),
    substitutes: handoff.substitutes && presentSubstitutes(handoff.substitutes),
    leaving: handoff.leaving && presentLeaving(handoff.leaving),
  };
}

export function presentCaseItem(item: CaseItem): CaseItemBody {
  const { id, moduleId: module, kind, reference, status, reason, fromId: from, toId: to, placed, changedAt } = item;
  const where = placed && { type: placed.type, id: placed.type === "nobody" ? null : placed.id };
  return { id, module, kind, reference, status, reason, from, to, placed: where, changedAt: isoTime(changedAt) };
}

export function presentPreview({ subjectId, modules, heads, names }: Preview): CasePreviewBody {
  return {
    subjectId,
    modules: [...modules],
    heads: heads.map(({ agentId, teamIds }) => ({ agentId, teamIds: [...teamIds] })),
    names: [...names],
  };
}

function presentAct({ by, at }: Act): { by: string; at: string } {
  return { by, at: isoTime(at) };
}

function presentPlan({ hash, verified, total, modules, names, warnings }: CasePlan): CaseHandoffBody["plan"] {
  const { settingsVersion, places, substituteOf, changes } = names;
  return {
    hash,
    verified: presentAct(verified),
    total,
    modules: modules.map(({ id, count, shares, overflow }) => ({ id, count, shares: [...shares], overflow })),
    names: {
      settingsVersion,
      places: [...places],
      substituteOf: [...substituteOf],
      changedParts: Object.keys(changes ?? {}),
    },
    warnings: [...warnings],
  };
}

function presentSettings(outcome: NonNullable<CaseHandoff["settings"]>): CaseHandoffBody["settings"] {
  const { status } = outcome;
  const version = status === "published" ? outcome.version : null;
  const isRefused = status === "conflict" || status === "invalid";
  return {
    status,
    version,
    draftId: isRefused ? outcome.draftId : null,
    problems: isRefused ? [...outcome.problems] : [],
  };
}

function presentSubstitutes({ changed, keptOf }: SubstitutesOutcome): CaseHandoffBody["substitutes"] {
  return { changed: changed.map((one) => ({ ...one })), keptOf: [...keptOf] };
}

function presentLeaving(leaving: NonNullable<CaseHandoff["leaving"]>): CaseHandoffBody["leaving"] {
  return leaving.status === "left"
    ? { status: "left", at: isoTime(leaving.at), count: null }
    : { status: "holds", at: null, count: leaving.count };
}
