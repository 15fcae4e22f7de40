import type { InWorkspace } from "../support/workspace.ts";
import { caseHandoffPromises } from "./casehandoff/promises.ts";
import { referencePromises } from "./customers/reference-promises.ts";
import { keptPromises } from "./notifications/kept-promises.ts";
import { notificationPromises } from "./notifications/promises.ts";
import { rotationPromises } from "./notifications/rotation-promises.ts";
import { orphanPromises } from "./orphans/orphan-promises.ts";
import { bulkPromises } from "./people/bulk-promises.ts";
import { broadcastRace } from "./race.ts";
import { reportPromises } from "./reports/promises.ts";
import { dutyPromises } from "./routing/duty-promises.ts";
import { routingOfTwoProcesses } from "./routing/two-processes.ts";
import { settingsPromises } from "./settings/promises.ts";
import { surveyPromises } from "./surveys/promises.ts";
import { followUpPromises } from "./tasks/promises.ts";

/** What is promised of people's work, on every store there is: a new one is held to it by one call. */
export function workPromises(name: string, inWorkspace: InWorkspace): void {
  followUpPromises(name, inWorkspace);
  caseHandoffPromises(name, inWorkspace);
  bulkPromises(name, inWorkspace);
  broadcastRace(name, inWorkspace);
  surveyPromises(name, inWorkspace);
  referencePromises(name, inWorkspace);
  reportPromises(name, inWorkspace);
  notificationPromises(name, inWorkspace);
  keptPromises(name, inWorkspace);
  rotationPromises(name, inWorkspace);
  orphanPromises(name, inWorkspace);
  routingOfTwoProcesses(name, inWorkspace);
  dutyPromises(name, inWorkspace);
  settingsPromises(name, inWorkspace);
}
