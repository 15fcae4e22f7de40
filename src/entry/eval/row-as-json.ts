import type { Signal } from "../../core/detection/signal.ts";
import type { DetectionError } from "./find-errors.ts";
import type { Judgement } from "./judge-text.ts";
import type { Row } from "./read-row.ts";

/** One row for machines. The words are named, never their places alone: places count in UTF-16 units. */
export function rowAsJson(row: Row, judgement: Judgement, errors: readonly DetectionError[]): string {
  const { file, line, text, language, source, note, label } = row;
  const { decision, signals, reason, detectedLanguage } = judgement;
  return JSON.stringify({
    ...{ file, line, text, language, source, note, label },
    ...{ decision, signals: signals.map((signal) => evidenceOf(signal, text)), reason, detectedLanguage, errors },
  });
}

function evidenceOf({ id, start, end, detail }: Signal, text: string) {
  return { id, start, end, words: text.slice(start, end), detail: detail ?? null };
}
