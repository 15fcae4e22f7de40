import type { Settings } from "./settings.ts";
import { starterSettings } from "./starter.ts";

/** Rises whenever workspaces begin with other settings than before. */
export const newestEdition = 2;

/**
 * What a workspace began with, as it was then: version 0 never changes under anybody, and decisions of long ago can be
 * gone through again (I12). Business hours are the same in all of them, which is all that reports ask of version 0.
 */
export function starterOf(edition: number): Settings {
  return edition >= newestEdition ? starterSettings : beforePromises();
}

/** Edition 1: nothing but a handoff that nobody took made a follow-up by itself. */
function beforePromises(): Settings {
  const { handoff, taskTemplates } = starterSettings;
  const { "get-back": _getBack, "answer-in-time": _answer, ...templates } = taskTemplates;
  return {
    ...starterSettings,
    handoff: { ...handoff, exhaustion: { ...handoff.exhaustion, task: "call-back" } },
    taskTemplates: Object.fromEntries(Object.entries(templates).map(([id, each]) => [id, { ...each, when: [] }])),
  };
}
