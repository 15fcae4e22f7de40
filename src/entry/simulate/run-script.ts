import { applyChanges } from "../../core/settings/parts.ts";
import { starterSettings } from "../../core/settings/starter.ts";
import type { OutboundMessage } from "../../ports/channel.ts";
import { createCast } from "./cast.ts";
import type { Check } from "./outcome.ts";
import { runStep } from "./run-step.ts";
import type { SimulationScript } from "./script.ts";
import type { Entry } from "./timeline.ts";
import { createWorld, type WorldOptions } from "./world.ts";

export interface Simulation {
  readonly name: string;
  readonly happened: readonly Happened[];
  /** Texts that reached a customer, as the platform saw them. */
  readonly arrived: readonly ArrivedText[];
  readonly passed: number;
  readonly failed: number;
}

export interface ArrivedText {
  readonly atMs: number;
  readonly customer: string;
  readonly author: OutboundMessage["author"];
  readonly text: string;
  readonly choices: readonly string[];
}

export type Happened =
  | ({
      readonly kind: "entry" /** Whose; `null`: of nobody in the script. */;
      readonly customer: string | null;
    } & Entry)
  | { readonly kind: "remark"; readonly atMs: number; readonly text: string }
  | ({ readonly kind: "check"; readonly atMs: number; readonly step: number } & Check);

/** Plays a script through the real engine and says what happened and whether it is what was expected. */
export async function runScript(
  script: SimulationScript,
  {
    settings = applyChanges(starterSettings, script.parts),
    channels = new Map(),
    isOver = () => false,
  }: Partial<WorldOptions> = {},
): Promise<Simulation> {
  const world = await createWorld(script, { settings, channels, isOver });
  const cast = createCast();
  const happened: Happened[] = [];
  try {
    for (const [index, step] of script.steps.entries()) {
      const { remark, checks } = await runStep(world, { step, index, script, cast });
      happened.push(
        ...world
          .take()
          .map((entry) => ({ kind: "entry", customer: cast.customerOf(entry.conversationId), ...entry }) as const),
      );
      const atMs = world.now();
      if (remark !== null) happened.push({ kind: "remark", atMs, text: remark });
      happened.push(...checks.map((check) => ({ kind: "check", atMs, step: index + 1, ...check }) as const));
    }
    const arrived = world.channel.arrived.map(({ at, address, author, text, choices }) => {
      return {
        atMs: at - script.startsAt,
        customer: address,
        author,
        text,
        choices: choices.map(({ label }) => label),
      };
    });
    const checks = happened.filter((entry) => entry.kind === "check");
    const failed = checks.filter(({ problem }) => problem !== null).length;
    return { name: script.name, happened, arrived, passed: checks.length - failed, failed };
  } finally {
    await world.end();
  }
}
