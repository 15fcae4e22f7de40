import { findErrors } from "./find-errors.ts";
import { type Judgement, judgeText } from "./judge-text.ts";
import { readLines } from "./read-lines.ts";
import { createRowReader, type Row } from "./read-row.ts";
import { createCounter, type Summary } from "./summary.ts";

export interface Input {
  readonly name: string;
  open(): AsyncIterable<Uint8Array>;
}

/** Who wants to see the rows while they are scored. */
export interface Audience {
  row(row: Row, judgement: Judgement, errors: ReturnType<typeof findErrors>): void;
  /** Between batches of rows. @returns whether anybody still listens. */
  pause(): Promise<boolean>;
}

/** Scores sentence after sentence and keeps none. `null`: nobody listened to the end. */
export async function evaluate(inputs: readonly Input[], audience: Audience): Promise<Summary | null> {
  const counter = createCounter();
  for (const { name, open } of inputs) {
    const reader = createRowReader(name);
    let line = 0;
    for await (const batch of readLines(open())) {
      for (const written of batch) {
        const row = reader.read(written, ++line);
        if (row === null) continue;
        const startedAt = performance.now();
        const judgement = judgeText(row.text);
        counter.add(row, judgement, performance.now() - startedAt);
        audience.row(row, judgement, findErrors(row, judgement));
      }
      if (!(await audience.pause())) return null;
    }
  }
  return counter.summary();
}
