import { whoToWarn } from "../../core/routing/in-charge.ts";
import type { NewEffect } from "../../ports/store.ts";
import { noticeEffect } from "../notifications/notice-effect.ts";
import type { Parts } from "../parts.ts";
import { readAgents } from "../read-agents.ts";
import type { DraftFailure, DraftSchedule } from "./documents.ts";
import { readCurrent } from "./read-settings.ts";

/** To whoever scheduled it, who believes that it is in force; where that is nobody who works here, to those in charge. */
export async function tellFailed(
  parts: Parts,
  draftId: string,
  { byAgentId = null, effectId }: DraftSchedule,
  { at, because }: DraftFailure,
): Promise<readonly NewEffect[]> {
  const agents = await readAgents(parts.store);
  const isThere = agents.some(({ id, leftAt }) => id === byAgentId && leftAt === null);
  const { settings } = await readCurrent(parts);
  const told = byAgentId !== null && isThere ? [byAgentId] : whoToWarn([], { agents, settings });
  if (told.length === 0) return [];
  const targets = told.map((id) => ({ type: "agent", id }) as const);
  const about = { subjectId: draftId, actorId: null, reason: null, priority: "normal", detail: because } as const;
  const notice = { kind: "settings-publish-failed", targets, ...about } as const;
  return [noticeEffect({ id: `${effectId}.failed`, at, conversationId: null, notice })];
}
