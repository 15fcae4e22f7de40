import { hoursStateAt } from "../../src/core/hours/hours-state.ts";
import { absenceAt } from "../../src/core/people/absence.ts";
import type { Agent } from "../../src/core/people/agent.ts";
import type { Engine } from "../../src/engine/engine.ts";
import type { FeedInput } from "../../src/ports/store.ts";
import type { Random } from "../support/random.ts";
import type { DayPlan } from "./plan-day.ts";

/** Everybody who works that day, as they would behave: most accept, some decline, some look away; then they answer. */
export interface Staff {
  /** What somebody does by themselves in the course of the day. */
  begin(): void;
  /** They have been told of something. */
  hear(note: FeedInput): void;
}

export type Schedule = (inMs: number, act: () => Promise<unknown>) => void;

const minute = 60_000;
const quarter = 15 * minute;

export function createStaff(plan: DayPlan, engine: Engine, schedule: Schedule, random: Random): Staff {
  const command = engine.command;

  function begin(): void {
    for (const agent of plan.agents)
      for (const at of changesOf(agent)) schedule(at - plan.startsAt, () => arrive(agent, at));
    // Nobody is rung for what waits to be claimed: people look at it now and then.
    for (let at = quarter; at < 28 * 4 * quarter; at += quarter) schedule(at, claimSome);
  }

  /** At every quarter of an hour at which they begin or end. */
  function changesOf(agent: Agent): readonly number[] {
    const quarters = Array.from({ length: 112 }, (_, index) => plan.startsAt + index * quarter);
    return quarters.filter((at, index) => index === 0 || isThere(agent, at) !== isThere(agent, at - quarter));
  }

  function isThere(agent: Agent, at: number): boolean {
    if (absenceAt(agent.absences, at)) return false;
    const hours = agent.shift === null ? undefined : plan.settings.hours[agent.shift];
    return hours ? hoursStateAt(hours, at) === "open" : hour(at) >= 8 && hour(at) < 20;
  }

  const hour = (at: number) => ((at - plan.startsAt) / 3_600_000) % 24;

  async function arrive(agent: Agent, at: number): Promise<void> {
    await engine.agents.change(agent.id, { presence: isThere(agent, at) ? "available" : "away" });
  }

  async function claimSome(): Promise<void> {
    const present = (await engine.agents.list()).filter(({ presence }) => presence === "available");
    const waiting = await engine.conversations.listByPhase("queue", { limit: 100, cursor: null });
    for (const { id, control } of waiting.items) {
      if (control.phase !== "queue") continue;
      const { destination } = control.handoff;
      if (plan.settings.queues[destination.id]?.mode !== "pull") continue;
      const able = present.filter(
        ({ teamIds, holds, capacity }) =>
          teamIds.some((team) => destination.teamIds.includes(team)) && Object.keys(holds).length < capacity,
      );
      const agent = able[random.between(0, Math.max(0, able.length - 1))];
      if (agent) await command(id, { type: "conversation-claimed", agentId: agent.id }, null);
    }
  }

  function hear({ type, conversationId, data }: FeedInput): void {
    if (conversationId === null) return;
    if (type === "request-offered") asked(conversationId, String(data.requestId), String(data.agentId));
    if (type === "control-changed" && data.phase === "human")
      work(conversationId, String(data.agentId), Number(data.epoch));
    if (type === "agent-changed" && data.because === "missed-requests") comeBack(String(data.agentId));
  }

  function asked(conversationId: string, requestId: string, agentId: string): void {
    const mood = random.next();
    if (mood < 0.08) return;
    const answer = { requestId, agentId };
    schedule(random.between(3, 40) * 1_000, () =>
      mood < 0.17
        ? command(conversationId, { type: "request-rejected", ...answer, reason: "In a meeting" }, null)
        : command(conversationId, { type: "request-accepted", ...answer }, null),
    );
  }

  function work(conversationId: string, agentId: string, epoch: number): void {
    // Now and then somebody takes it and does not answer: the watch has to notice.
    if (random.happens(0.02)) return;
    const first = random.between(10, 90) * 1_000;
    const end = first + random.between(2, 9) * minute;
    const wrapUp = { outcome: "Solved", botCouldHave: random.happens(0.1), wrongTeam: random.happens(0.05) };
    const reply = { type: "agent-replied", agentId, text: "I am looking at it." } as const;
    const close = { type: "conversation-closed", agentId, outcome: "resolved", wrapUp } as const;
    schedule(first, () => stillTheirs(conversationId, epoch, () => command(conversationId, reply, null)));
    schedule(end, () => stillTheirs(conversationId, epoch, () => command(conversationId, close, null)));
  }

  /** Whoever lost it meanwhile leaves it alone, also when they have got it back since. */
  async function stillTheirs(conversationId: string, epoch: number, act: () => Promise<unknown>): Promise<void> {
    if ((await engine.conversations.get(conversationId))?.epoch === epoch) await act();
  }

  function comeBack(agentId: string): void {
    schedule(random.between(5, 15) * minute, async () => {
      const agent = plan.agents.find(({ id }) => id === agentId);
      if (agent) await engine.agents.change(agentId, { presence: "available" });
    });
  }

  return { begin, hear };
}
