import { basename } from "node:path";
import type { SignalId } from "../../core/detection/signal.ts";

/** What whoever collected a sentence says about it. */
export type Label =
  | "request"
  | "none"
  | "frustration"
  | "insult"
  | "self-harm"
  | "threat"
  | "legal"
  | "privacy"
  | "fraud"
  /** Reasonable people disagree: never scored. */
  | "unclear";

/** What must be found in a sentence with this label, and in none that is labelled `none`. */
export const soughtSignals = {
  request: "explicit-request",
  frustration: "frustration",
  insult: "insult",
  "self-harm": "self-harm",
  threat: "threat",
  legal: "legal",
  privacy: "privacy",
  fraud: "fraud",
} as const satisfies Partial<Record<Label, SignalId>>;

export type SoughtLabel = keyof typeof soughtSignals;
export const soughtLabels = Object.keys(soughtSignals) as readonly SoughtLabel[];

const inColumn: Readonly<Record<Label, string>> = {
  request:
    "request requests explicit explicit-request explicit-requests positive positives handoff escalate escalation 1 true yes",
  none: "none negative negatives no 0 false ordinary adversarial hard-negative hard-negatives",
  frustration: "frustration frustrated anger angry",
  insult: "insult insults abuse abusive",
  "self-harm": "self-harm selfharm suicide",
  threat: "threat threats",
  legal: "legal",
  privacy: "privacy",
  fraud: "fraud",
  unclear: "unclear ambiguous unclear-request",
};

const byWord: ReadonlyMap<string, Label> = new Map(
  Object.entries(inColumn).flatMap(([label, words]) =>
    words.split(/\s+/u).map((word) => [word, label as Label] as const),
  ),
);

/** `null`: not one of ours, so it is something else that stands there. */
export function labelInColumn(cell: string): Label | null {
  return (
    byWord.get(
      cell
        .trim()
        .toLowerCase()
        .replaceAll(/[\s_]+/gu, "-"),
    ) ?? null
  );
}

/** The narrower one first: "frustrated-positives" are positives for frustration, "agent-negatives" no requests. */
const inFileName: readonly (readonly [Label, RegExp])[] = [
  ["unclear", /^(?:unclear|ambiguous)$/u],
  ["none", /^(?:negatives?|none|ordinary|adversarial)$/u],
  ["frustration", /^(?:frustration|frustrated|anger|angry)$/u],
  ["insult", /^(?:insults?|abuse|abusive)$/u],
  ["self-harm", /^(?:self-harm|selfharm|suicide)$/u],
  ["threat", /^threats?$/u],
  ["legal", /^legal$/u],
  ["privacy", /^privacy$/u],
  ["fraud", /^fraud$/u],
  ["request", /^(?:positives?|explicit|requests?|human|agent)$/u],
];

/** What the name of a file says about everything in it: `hard-negatives.tsv`. */
export function labelInFileName(path: string): Label | null {
  const name = basename(path).toLowerCase().replace("self-harm", "selfharm");
  const words = name.replace(/\.[^.]*$/u, "").split(/[^\p{L}\p{N}]+/u);
  return inFileName.find(([, pattern]) => words.some((word) => pattern.test(word)))?.[0] ?? null;
}
