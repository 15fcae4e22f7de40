import { applyChanges } from "../../core/settings/parts.ts";
import { describeIssues } from "../../http/describe-issues.ts";
import type { Simulate, Simulated, SimulateRequest } from "../../http/simulate.ts";
import { chooseSettings } from "./choose-settings.ts";
import { presentSimulation } from "./present-simulation.ts";
import { runScript } from "./run-script.ts";
import { simulationScript } from "./script.ts";
import { placeOf } from "./script-parts.ts";
import { SimulationTooLong } from "./world.ts";

const longestMs = 120_000;

export interface SimulateTools {
  readonly now: () => number;
}

/** Simulations that somebody asks a server for: one at a time, and none for longer than two minutes. */
export function createSimulate({ now }: SimulateTools): Simulate {
  let isPlaying = false;
  return async (request) => {
    if (isPlaying) return { status: "busy" };
    isPlaying = true;
    try {
      const endsAt = now() + longestMs;
      return await play(request, () => now() > endsAt);
    } finally {
      isPlaying = false;
    }
  };
}

async function play(request: SimulateRequest, isOver: () => boolean): Promise<Simulated> {
  const { settings: base, channels } = request;
  const parsed = simulationScript.safeParse(request.script);
  if (!parsed.success) {
    return { status: "invalid", errors: describeIssues("body.script", parsed.error.issues) };
  }
  const script = parsed.data;
  if (typeof script.policy === "string") {
    return invalid([{ path: ["policy"], message: "is chosen by `draftId` here: there are no folders" }]);
  }
  const chosen = chooseSettings(base, script, channels);
  // A draft may have mistakes: that is for its check to say. Those of the script are.
  const own =
    chosen.status === "invalid" ? chosen.problems.filter(({ part }) => Object.hasOwn(script.parts, part)) : [];
  if (own.length > 0) {
    return invalid(own.map(({ part, path, message }) => ({ path: ["parts", ...placeOf(part, path)], message })));
  }
  const settings = applyChanges(base, script.parts);
  try {
    const played = await runScript(script, { settings, channels, isOver });
    return { status: "played", simulation: presentSimulation(played, script, request) };
  } catch (error) {
    if (error instanceof SimulationTooLong) return { status: "too-long", because: error.message };
    throw error;
  }
}

function invalid(problems: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): Simulated {
  const errors = problems.map(({ path, message }) => ({
    path: ["body", "script", ...path].map(String).join("."),
    message,
  }));
  return { status: "invalid", errors };
}
