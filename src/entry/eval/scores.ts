import type { SignalId } from "../../core/detection/signal.ts";
import { type Label, type SoughtLabel, soughtLabels, soughtSignals } from "./label.ts";
import { type Rate, rateOf } from "./rate.ts";
import type { Tally } from "./tally.ts";

/** What a tally shows. */
export interface Scores {
  readonly rows: number;
  readonly signals: readonly SignalScores[];
  readonly labels: readonly LabelScores[];
  /** Of the rows that say their language. */
  readonly languageRecognised: Rate;
}

export interface SignalScores {
  readonly signal: (typeof soughtSignals)[SoughtLabel];
  /** Found, of the sentences with its label. */
  readonly recall: Rate;
  /** Found, of the sentences labelled `none`. */
  readonly falsePositives: Rate;
}

export interface LabelScores {
  readonly label: Label | null;
  readonly rows: number;
  readonly handoff: Rate;
  readonly offer: Rate;
  readonly none: Rate;
  /** In how many rows each signal was found. */
  readonly fired: Readonly<Partial<Record<SignalId, number>>>;
}

export function scoresOf({ byLabel, languages }: Tally): Scores {
  return {
    rows: byLabel.values().reduce((sum, { rows }) => sum + rows, 0),
    signals: soughtLabels.map((label) => signalScores(label, byLabel)),
    labels: labelOrder.flatMap((label) => labelScores(label, byLabel)),
    languageRecognised: rateOf(languages.recognised, languages.given),
  };
}

const labelOrder: readonly (Label | null)[] = ["request", "none", ...soughtLabels.slice(1), "unclear", null];

function signalScores(label: SoughtLabel, byLabel: Tally["byLabel"]): SignalScores {
  const signal = soughtSignals[label];
  const fired = (among: Label) => {
    const count = byLabel.get(among);
    return rateOf(count?.fired.get(signal) ?? 0, count?.rows ?? 0);
  };
  return { signal, recall: fired(label), falsePositives: fired("none") };
}

function labelScores(label: Label | null, byLabel: Tally["byLabel"]): readonly LabelScores[] {
  const count = byLabel.get(label);
  if (!count) return [];
  const { rows, decisions, fired } = count;
  const rate = (decision: keyof typeof decisions) => rateOf(decisions[decision], rows);
  return [
    {
      ...{ label, rows, handoff: rate("handoff"), offer: rate("offer"), none: rate("none") },
      fired: Object.fromEntries(fired),
    },
  ];
}
