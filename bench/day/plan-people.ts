import { type Agent, newAgent } from "../../src/core/people/agent.ts";
import type { Random } from "../support/random.ts";
import { firstDay, type Opening, type ShiftName, type Span } from "./opening-times.ts";
import { teamOf } from "./plan-settings.ts";

export interface PlannedPerson {
  readonly agent: Agent;
  /** `null`: whenever they are there. */
  readonly shift: ShiftName | null;
  /** Has a shift and does not come. */
  readonly isNoShow: boolean;
}

const hour = 3_600_000;
/** In places of the list, so that there are some of each however small the company is. */
const absentEvery = 25;
const noShowEvery = 30;
const withoutShiftEvery = 7;

type Openings = Readonly<Record<string, Opening>>;

export function planPeople(count: number, openings: Openings, random: Random): readonly PlannedPerson[] {
  const queueIds = Object.keys(openings);
  return Array.from({ length: count }, (_, index) => {
    const queueId = queueIds[index % queueIds.length] ?? "";
    const opening = openings[queueId] ?? "always";
    const [team, second] = [queueId, queueIds[random.between(0, queueIds.length - 1)] ?? ""].map(teamOf);
    const shift = index % withoutShiftEvery === 3 ? null : shiftOf(hasNights(index % queueIds.length, opening), random);
    const absence = absenceOf(index, opening);
    const agent = newAgent({
      ...{ id: `agent-${index + 1}`, name: `Agent ${index + 1}`, capacity: random.between(2, 5) },
      teamIds: [...new Set(random.happens(0.3) ? [team ?? "", second ?? ""] : [team ?? ""])],
      shift: shift === null ? null : `shift-${shift}`,
      absences: absence ? [{ id: "leave", ...absence, reason: null, substituteId: null }] : [],
    });
    return { agent, shift, isNoShow: shift !== null && absence === null && index % noShowEvery === 12 };
  });
}

/** Some have the afternoon off, others all the time; and whole teams their holiday. */
function absenceOf(index: number, opening: Opening): Span | null {
  if (opening === "holiday") return { from: firstDay, to: firstDay + 30 * hour };
  if (index % absentEvery !== 9) return null;
  return { from: firstDay + (index % (2 * absentEvery) === 9 ? 0 : 12 * hour), to: firstDay + 40 * hour };
}

/** Nobody sits where it is closed; and every other team that is open at night has nobody there then. */
function hasNights(place: number, opening: Opening): boolean {
  return opening === "always" && place % 2 === 0;
}

function shiftOf(hasNights: boolean, random: Random): ShiftName {
  if (!hasNights) return random.pick(["early", "day", "day"]);
  return random.pick(["early", "day", "day", "late", "night"]);
}
