import type { Check } from "./check.ts";
import { dayHadEverything } from "./day-had-everything.ts";
import { everyHandoffEnds } from "./every-handoff-ends.ts";
import { nobodyOverfull } from "./nobody-overfull.ts";
import { nobodyWaitsPastPolicy } from "./nobody-waits-past-policy.ts";
import { onlyOnDuty } from "./only-on-duty.ts";
import { recordsWithoutGap } from "./records-without-gap.ts";
import { reportAgrees } from "./report-agrees.ts";
import { requestsEndOnce } from "./requests-end-once.ts";
import { toldOnce } from "./told-once.ts";

export const allChecks: readonly Check[] = [
  everyHandoffEnds,
  nobodyWaitsPastPolicy,
  toldOnce,
  requestsEndOnce,
  nobodyOverfull,
  onlyOnDuty,
  recordsWithoutGap,
  reportAgrees,
  dayHadEverything,
];
