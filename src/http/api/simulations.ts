import type { Settings } from "../../core/settings/settings.ts";
import type { Engine } from "../../engine/engine.ts";
import type { Channel } from "../../ports/channel.ts";
import { simulation, simulationRequest } from "../../protocol/simulations.ts";
import { route } from "../access.ts";
import { RequestError } from "../problem.ts";
import type { Simulate } from "../simulate.ts";
import { type ApiParts, accepts, answers } from "./parts.ts";
import { draftMissing } from "./settings-refusals.ts";

export interface SimulationParts extends ApiParts {
  readonly channels: ReadonlyMap<string, Channel>;
  /** `null`: this runtime cannot make a world for it. */
  readonly simulate: Simulate | null;
}

const needsNode =
  "There is none at the edge. Try messages with /api/v1/settings/drafts/{id}/try, or run `baton simulate --draft`, which plays it where you are.";

/** Whole conversations, tried out before anything is published. */
export function addSimulationRoute({ api, declared, engine, channels, simulate }: SimulationParts): void {
  api.openapi(
    route(declared, "settings:read", {
      method: "post",
      path: "/api/v1/settings/simulations",
      tags: ["Settings"],
      summary: "Play a scripted conversation",
      description:
        "Through the real engine, on a draft or on what is in force, in a world of its own: nothing live is read or written. At most 200 steps and two minutes, one at a time. Node only.",
      request: { body: accepts(simulationRequest) },
      responses: { 200: answers(simulation, "What happened, and whether it is what the script expects") },
    }),
    async (c) => {
      const { draftId, script } = c.req.valid("json");
      if (!simulate) throw new RequestError("needs-node", { detail: needsNode });
      const tried = await settingsFor(engine, draftId);
      if (!tried) throw draftMissing();
      const played = await simulate({ ...tried, draftId, script, channels });
      switch (played.status) {
        case "played":
          return c.json(played.simulation, 200);
        case "busy":
          throw new RequestError("overloaded", { detail: "Another simulation is running here." });
        case "too-long":
          throw new RequestError("invalid", { detail: played.because });
        case "invalid":
          throw new RequestError("invalid", { detail: tellFirst(played.errors), errors: played.errors });
      }
    },
  );
}

interface Tried {
  readonly version: number;
  readonly settings: Settings;
}

async function settingsFor({ settings }: Engine, draftId: string | null): Promise<Tried | null> {
  if (draftId !== null) return settings.examine(draftId);
  const { number: version, settings: inForce } = await settings.versions.current();
  return { version, settings: inForce };
}

function tellFirst(errors: readonly { readonly path: string; readonly message: string }[]): string {
  const [first] = errors;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : "";
  return first ? `${first.path}: ${first.message}${more}` : "";
}
