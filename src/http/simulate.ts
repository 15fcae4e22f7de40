import type { Settings } from "../core/settings/settings.ts";
import type { Channel } from "../ports/channel.ts";
import type { FieldProblem } from "../protocol/problem.ts";
import type { SimulationBody } from "../protocol/simulations.ts";

/** Plays a script on settings, in a world of its own (I16). Brought by a runtime that can make such a world. */
export type Simulate = (request: SimulateRequest) => Promise<Simulated>;

export interface SimulateRequest {
  readonly script: unknown;
  readonly settings: Settings;
  readonly version: number;
  readonly draftId: string | null;
  /** That there really are: the script's may be like one of them. Nothing is sent on them. */
  readonly channels: ReadonlyMap<string, Pick<Channel, "kind" | "capabilities">>;
}

export type Simulated =
  | { readonly status: "played"; readonly simulation: SimulationBody }
  | { readonly status: "invalid"; readonly errors: readonly FieldProblem[] }
  /** One at a time in a process. */
  | { readonly status: "busy" }
  | { readonly status: "too-long"; readonly because: string };
