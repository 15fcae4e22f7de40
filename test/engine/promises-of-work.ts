import type { InWorkspace } from "../support/workspace.ts";
import { caseHandoffPromises } from "./casehandoff/promises.ts";
import { referencePromises } from "./customers/reference-promises.ts";
import { bulkPromises } from "./people/bulk-promises.ts";
import { broadcastRace } from "./race.ts";
import { reportPromises } from "./reports/promises.ts";
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
}
