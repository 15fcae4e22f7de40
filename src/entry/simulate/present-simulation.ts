import { presentDecided } from "../../http/present/decided.ts";
import type { SimulateRequest } from "../../http/simulate.ts";
import type { SimulationBody } from "../../protocol/simulations.ts";
import { lineOf } from "./print.ts";
import type { Simulation } from "./run-script.ts";
import type { SimulationScript } from "./script.ts";

type Tried = Pick<SimulateRequest, "version" | "draftId">;

/** A simulation as it goes over the wire. */
export function presentSimulation(
  { name, happened, arrived, passed, failed }: Simulation,
  { startsAt }: SimulationScript,
  { version, draftId }: Tried,
): SimulationBody {
  const entries = happened.filter((entry) => entry.kind === "entry");
  return {
    ...{ name, status: failed === 0 ? "passed" : "failed", version, draftId, passed, failed },
    startsAt: new Date(startsAt).toISOString(),
    failures: happened.flatMap((entry) => {
      if (entry.kind !== "check" || entry.problem === null) return [];
      const { step, atMs, claim, problem } = entry;
      return [{ step, atMs, claim, problem }];
    }),
    texts: arrived.map(({ choices, ...text }) => ({ ...text, choices: [...choices] })),
    decisions: entries.flatMap((entry) => {
      if (entry.type !== "decided") return [];
      const { atMs, customer, decided } = entry;
      return [{ ...presentDecided(decided), atMs, customer }];
    }),
    notifications: entries.flatMap((entry) => {
      if (entry.type !== "notification") return [];
      const { atMs, customer, notification } = entry;
      const { target, kind, reason, priority } = notification;
      return [{ atMs, customer, target: { type: target.type, id: target.id }, kind, reason, priority }];
    }),
    timeline: happened.map(lineOf),
  };
}
