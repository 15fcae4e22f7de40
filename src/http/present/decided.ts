import type * as z from "zod";
import type { Decided } from "../../engine/decide-again.ts";
import type { decided } from "../../protocol/trials.ts";

export function presentDecided(decision: Decided): z.output<typeof decided> {
  const { on, seq, action, reason, signals, rule, destination, priority, trace, said } = decision;
  return {
    ...{ on, seq, action, reason, rule, destination, priority, trace },
    signals: signals.map(({ id, detail, words }) => ({ id, detail, words })),
    said: said.map(({ choices, ...text }) => ({ ...text, choices: [...choices] })),
  };
}
