import type { Settings } from "../../src/core/settings/settings.ts";
import type { Random } from "../support/random.ts";
import { endsAt, firstDay, type Opening } from "./opening-times.ts";
import { type PlannedPerson, planPeople } from "./plan-people.ts";
import { planSettings } from "./plan-settings.ts";

/** A day of a company: who works when, who writes when, and what the leads have settled. */
export interface DayPlan {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly settings: Settings;
  /** By queue. */
  readonly openings: Readonly<Record<string, Opening>>;
  readonly people: readonly PlannedPerson[];
  readonly arrivals: readonly Arrival[];
}

export interface Arrival {
  readonly at: number;
  readonly customer: string;
  readonly queueId: string;
  /** How long they wait before they give up; `null`: as long as it takes. */
  readonly patienceMs: number | null;
  /** They wrote before, hours ago. */
  readonly isReturn: boolean;
}

export interface DaySize {
  readonly agents: number;
  readonly queues: number;
  readonly handoffs: number;
}

const hour = 3_600_000;
/** Of those who wrote, so many write again hours later. */
const comesAgain = 0.03;
/** Shortly before a shift ends, more than the people of one queue can take. */
const rush = { from: 13.83, hours: 0.1, queue: 1, perPerson: 4, mostShare: 0.1 };

export function planDay(size: DaySize, random: Random): DayPlan {
  const queueIds = Array.from({ length: size.queues }, (_, index) => `queue-${index + 1}`);
  const openings = openingsOf(queueIds);
  return {
    startsAt: firstDay,
    endsAt,
    openings,
    settings: planSettings(queueIds, openings, random.stream("settings")),
    people: planPeople(size.agents, openings, random.stream("agents")),
    arrivals: arrivalsOf(size, queueIds, random.stream("arrivals")),
  };
}

/** One team in ten has a holiday, and one in five closes for the night; of a few, the last two. */
function openingsOf(queueIds: readonly string[]): Readonly<Record<string, Opening>> {
  const openings = queueIds.map((id, index): readonly [string, Opening] => {
    const fromEnd = queueIds.length - 1 - index;
    if (index % 10 === 9 || (fromEnd === 0 && index > 0)) return [id, "holiday"];
    return [id, index % 5 === 4 || (fromEnd === 1 && index > 0) ? "office" : "always"];
  });
  return Object.fromEntries(openings);
}

/** Two humps, at ten and at half past three, a few at night, and a rush. */
function arrivalsOf(size: DaySize, queueIds: readonly string[], random: Random): readonly Arrival[] {
  const rushes = Math.min(size.handoffs * rush.mostShare, (size.agents / size.queues) * rush.perPerson);
  const rushed = queueIds[rush.queue % queueIds.length] ?? "";
  const first = Array.from({ length: size.handoffs }, (_, index): Arrival => {
    const isRush = index < rushes;
    return {
      at: firstDay + Math.floor((isRush ? rush.from + random.next() * rush.hours : hourOfDay(random)) * hour),
      customer: `customer-${index + 1}`,
      queueId: isRush ? rushed : (queueIds[Math.floor(random.next() ** 1.5 * queueIds.length)] ?? ""),
      patienceMs: random.happens(0.15) ? random.between(60, 1_800) * 1_000 : null,
      isReturn: false,
    };
  });
  const again = first
    .filter(() => random.happens(comesAgain))
    .map((one) => ({ ...one, at: one.at + random.between(7_200, 21_600) * 1_000, patienceMs: null, isReturn: true }));
  return [...first, ...again].sort((one, other) => one.at - other.at);
}

function hourOfDay(random: Random): number {
  return random.happens(0.12) ? random.next() * 24 : around(random.happens(0.5) ? 10 : 15.5, random);
}

function around(middle: number, random: Random): number {
  const spread = random.next() + random.next() + random.next() - 1.5;
  return Math.min(23.99, Math.max(0, middle + spread * 3));
}
