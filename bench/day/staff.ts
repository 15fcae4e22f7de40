import type { Agent } from "../../src/core/people/agent.ts";
import type { Engine } from "../../src/engine/engine.ts";
import type { FeedInput } from "../../src/ports/store.ts";
import type { Random } from "../support/random.ts";
import type { DiaryPen } from "./diary.ts";
import { isOnShift } from "./opening-times.ts";
import type { DayPlan } from "./plan-day.ts";
import type { PlannedPerson } from "./plan-people.ts";

/** Everybody who works that day, as they would behave: most accept, some decline, some look away; then they answer. */
export interface Staff {
  /** What somebody does by themselves in the course of the day. */
  begin(): void;
  /** They have been told of something. */
  hear(note: FeedInput): void;
}

export interface StaffTools {
  readonly engine: Engine;
  readonly schedule: (inMs: number, act: () => Promise<unknown>) => void;
  readonly now: () => number;
  readonly diary: DiaryPen;
  readonly random: Random;
}

const minute = 60_000;
const quarter = 15 * minute;
const hour = 60 * minute;

export function createStaff(plan: DayPlan, { engine, schedule, now, diary, random }: StaffTools): Staff {
  const { command } = engine;
  const quarters = Array.from(
    { length: (plan.endsAt - plan.startsAt) / quarter },
    (_, index) => plan.startsAt + index * quarter,
  );

  function begin(): void {
    for (const person of plan.people) {
      for (const at of changesOf(person)) schedule(at - plan.startsAt, () => appear(person, isThere(person, at)));
    }
    // Nobody is rung for what waits to be claimed: people look at it now and then.
    for (const at of quarters.slice(1)) schedule(at - plan.startsAt, claimSome);
  }

  /** At every quarter of an hour at which they begin or end. */
  function changesOf(person: PlannedPerson): readonly number[] {
    return quarters.filter((at, index) => index === 0 || isThere(person, at) !== isThere(person, at - quarter));
  }

  function isThere({ agent, shift, isNoShow }: PlannedPerson, at: number): boolean {
    if (isNoShow || agent.absences.some(({ from, to }) => from <= at && (to === null || at < to))) return false;
    const hourOfDay = ((at - plan.startsAt) / hour) % 24;
    return shift === null ? hourOfDay >= 8 && hourOfDay < 20 : isOnShift(shift, at);
  }

  async function appear({ agent }: PlannedPerson, isHere: boolean): Promise<void> {
    diary.presence(agent.id, { at: now(), isThere: isHere });
    await engine.agents.change(agent.id, { presence: isHere ? "available" : "away" });
  }

  async function claimSome(): Promise<void> {
    const people = await engine.agents.list();
    let cursor: string | null = null;
    do {
      const waiting = await engine.conversations.listByPhase("queue", { limit: 200, cursor });
      for (const { id, control } of waiting.items) {
        if (control.phase !== "queue") continue;
        const { destination } = control.handoff;
        if (plan.settings.queues[destination.id]?.mode !== "pull") continue;
        await claim(
          id,
          people.filter(({ teamIds }) => teamIds.some((team) => destination.teamIds.includes(team))),
        );
      }
      cursor = waiting.next;
    } while (cursor !== null);
  }

  /** Whoever has a place, as they see it themselves at this moment. */
  async function claim(conversationId: string, colleagues: readonly Agent[]): Promise<void> {
    const able = colleagues.filter(hasPlace);
    const chosen = able[random.between(0, Math.max(0, able.length - 1))];
    const agent = chosen && (await engine.agents.get(chosen.id));
    if (!agent || !hasPlace(agent)) return;
    await command(conversationId, { type: "conversation-claimed", agentId: agent.id }, null);
  }

  function hasPlace({ presence, holds, capacity }: Agent): boolean {
    return presence === "available" && Object.keys(holds).length < capacity;
  }

  function hear({ type, conversationId, data }: FeedInput): void {
    if (type === "agent-changed" && data.because === "missed-requests") sentAway(String(data.agentId));
    if (conversationId === null) return;
    if (type === "request-offered") asked(conversationId, String(data.requestId), String(data.agentId));
    if (type === "control-changed" && data.phase === "human")
      work(conversationId, String(data.agentId), Number(data.epoch));
  }

  function asked(conversationId: string, requestId: string, agentId: string): void {
    const mood = random.next();
    if (mood < 0.08) {
      diary.count("ignored");
      return;
    }
    const answer = { requestId, agentId };
    const declines = mood < 0.17;
    if (declines) diary.count("declined");
    schedule(random.between(3, 40) * 1_000, () =>
      declines
        ? command(conversationId, { type: "request-rejected", ...answer, reason: "In a meeting" }, null)
        : command(conversationId, { type: "request-accepted", ...answer }, null),
    );
  }

  function work(conversationId: string, agentId: string, epoch: number): void {
    // Now and then somebody takes it and does not answer: the watch has to notice.
    if (random.happens(0.02)) {
      diary.count("takenInSilence");
      return;
    }
    const first = random.between(10, 90) * 1_000;
    // Some customers say nothing for long.
    const end = first + (random.happens(0.15) ? random.between(15, 40) : random.between(2, 9)) * minute;
    const wrapUp = { outcome: "Solved", botCouldHave: random.happens(0.1), wrongTeam: random.happens(0.05) };
    const reply = { type: "agent-replied", agentId, text: "I am looking at it." } as const;
    const close = { type: "conversation-closed", agentId, outcome: "resolved", wrapUp } as const;
    schedule(first, () => stillTheirs(conversationId, epoch, () => command(conversationId, reply, null)));
    schedule(end, () =>
      stillTheirs(conversationId, epoch, async () => {
        const { status } = await command(conversationId, close, null);
        if (status === "committed") diary.wrapUp(wrapUp);
      }),
    );
  }

  /** Whoever lost it meanwhile leaves it alone, also when they have got it back since. */
  async function stillTheirs(conversationId: string, epoch: number, act: () => Promise<unknown>): Promise<void> {
    if ((await engine.conversations.get(conversationId))?.epoch === epoch) await act();
  }

  /** They notice after a while, even when their shift is over by then. */
  function sentAway(agentId: string): void {
    diary.presence(agentId, { at: now(), isThere: false });
    const person = plan.people.find(({ agent }) => agent.id === agentId);
    if (person) schedule(random.between(5, 15) * minute, () => appear(person, true));
  }

  return { begin, hear };
}
