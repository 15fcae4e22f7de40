import type { Evidence } from "./evidence.ts";

/** What the day had to offer besides work, by name: how often each of it really happened. */
export function happenings({ plan, diary, conversations, witnessed }: Evidence): Readonly<Record<string, number>> {
  const openings = Object.values(plan.openings);
  const controls = conversations.flatMap(({ records }) => records.filter(({ type }) => type === "control"));
  const decisions = conversations.flatMap(({ records }) => records.filter((record) => record.type === "routing"));
  const codes = controls.map((record) => (record.type === "control" ? record.reason.code : ""));
  const returned = controls.flatMap((record) =>
    record.type === "control" && record.reason.code === "returned" ? [record.reason.because] : [],
  );
  return {
    "teams on holiday": openings.filter((opening) => opening === "holiday").length,
    "teams that close for the night": openings.filter((opening) => opening === "office").length,
    "people with a shift": plan.people.filter(({ shift }) => shift !== null).length,
    "people on leave": plan.people.filter(({ agent }) => agent.absences.length > 0).length,
    "people who did not come": plan.people.filter(({ isNoShow }) => isNoShow).length,
    "requests nobody reacted to": diary.ignored,
    "requests declined": diary.declined,
    "taken and never answered": diary.takenInSilence,
    "back in the queue, unanswered": returned.filter((because) => because === "no-answer").length,
    "back in the queue, their shift was over": returned.filter((because) => because === "off-shift").length,
    "went on to another queue": decisions.filter(({ outcome }) => outcome.type === "overflow").length,
    "claimed by people": codes.filter((code) => code === "claimed").length,
    "came back and were known": codes.filter((code) => code === "reopened").length,
    "follow-ups that were promised": witnessed.tasks.size,
    "customers who said how it was": diary.ratings.size,
    "told that nobody came": [...witnessed.exhaustions.values()].flat().length,
  };
}
