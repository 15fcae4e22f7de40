import { durationsOf } from "../../../src/core/reports/durations.ts";
import type { Rule } from "../../../src/core/rules/rule.ts";
import type { Settings } from "../../../src/core/settings/settings.ts";
import type { SlaPolicy } from "../../../src/core/sla/sla-policy.ts";
import { handoff, rule } from "../../core/policies.ts";
import type { TestEngine } from "../../support/engine.ts";
import { quietSettings } from "../../support/quiet-settings.ts";
import { logsOf, request } from "./play-history.ts";
import { type Counted, type Recount, recount } from "./recount.ts";

const minute = 60_000;
const targets = { first: 2 * minute, next: minute, resolution: 5 * minute };
const nothing = { notify: [], priority: null, queue: null } as const;
const policy: SlaPolicy = {
  ...{ id: "all", name: "Everybody", position: 1, hours: "always", warnAtPercent: 75 },
  applies: { priorities: [], channels: [], teams: [] },
  targets: { firstResponse: 2, nextResponse: 1, resolution: 5 },
  ...{ onWarning: nothing, onBreach: nothing },
};
const flagged: Rule = rule("flagged", {
  when: [{ type: "signal", is: ["flag"] }],
  then: handoff({ destination: { type: "team", id: "support" } }),
});
export const promising: Settings = {
  ...quietSettings,
  rules: { ...quietSettings.rules, flagged },
  slas: { all: policy },
  // Whoever lets something ring is asked again all the same.
  people: { ...quietSettings.people, missedBeforeAway: null },
};
/** Who asks for a person gets an offer first, and goes on with the bot when they do not take it. */
export const offering: Settings = {
  ...promising,
  rules: { flagged },
  detection: {
    ...quietSettings.detection,
    signals: { ...quietSettings.detection.signals, "explicit-request": "offer" },
  },
};

export async function countedAgain(started: TestEngine): Promise<Recount> {
  const asks = (text: string) => text === request;
  return recount(await logsOf(started), { targets, now: started.clock.now(), asks });
}

/** What a report must say of it. */
export function totalsOf(found: Recount) {
  const { cases } = found;
  const whole = cases.length;
  const having = (is: (each: Counted) => boolean) => cases.filter(is).length;
  const sum = (of: (each: Counted) => number) => cases.reduce((total, each) => total + of(each), 0);
  const lengths = (of: (each: Counted) => number | null) => durationsOf(cases.flatMap((each) => of(each) ?? []));
  const bot = found.botEngagements.size;
  return {
    handoffs: { value: whole },
    "first-response.total": lengths(({ responseMs }) => responseMs),
    "first-response.queue": lengths(({ parts }) => parts?.queue ?? null),
    "first-response.ring": lengths(({ parts }) => parts?.ring ?? null),
    "first-response.typing": lengths(({ parts }) => parts?.typing ?? null),
    "first-response.open-age": { count: having(({ answer, end }) => answer === null && end === null) },
    "sla.missed": {
      part: having(({ promised }) => promised?.first?.isMissed === true),
      whole: having(({ promised }) => promised?.first != null),
    },
    "sla.next-missed": {
      part: sum(({ promised }) => promised?.nextMissed ?? 0),
      whole: sum(({ promised }) => promised?.nextPromised ?? 0),
    },
    "sla.resolution-missed": {
      part: having(({ promised }) => promised?.resolution?.isMissed === true),
      whole: having(({ promised }) => promised?.resolution != null),
    },
    "service-level": { part: found.takenWithinMinute },
    abandonment: { part: found.abandoned, whole: whole - found.shortAbandons },
    "abandonment.short": { value: found.shortAbandons },
    "reassignments.twice": { part: having(({ reassigned }) => reassigned >= 2), whole },
    bounces: { part: having((each) => each.isQueueBounce || each.isOfferBounce), whole },
    "bounces.queue": { part: having(({ isQueueBounce }) => isQueueBounce), whole },
    "bounces.offer": { part: having(({ isOfferBounce }) => isOfferBounce), whole },
    "bounces.bot": { part: found.backToBotUnanswered },
    "requests.accepted": { part: found.requests.accepted },
    "requests.rejected": { part: found.requests.rejected },
    "requests.timed-out": { part: found.requests["timed-out"] },
    "handoff-rate": { part: found.handedOver, whole: bot },
    "containment.loose": { part: bot - found.handedOver, whole: bot },
    "handoffs.missed": { part: found.missedHandoffs, whole: bot - found.handedOver },
  };
}
