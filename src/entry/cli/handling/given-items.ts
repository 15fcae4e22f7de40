import { reportProblems } from "../options/report-problems.ts";

/** What became of one conversation among many. */
export interface Given {
  readonly conversationId: string;
  readonly status: "assigned" | "handed-over" | "released" | "refused" | "missing";
  readonly code: string | null;
  readonly detail: string | null;
}

export function itemOf(conversationId: string, code: string, detail: string): Given {
  return { conversationId, status: code === "not-found" ? "missing" : "refused", code, detail };
}

const isFine = ({ status }: Given) => status !== "refused" && status !== "missing";

/** By code: what an option of the command can do about it. */
export type Hints = Readonly<Record<string, string>>;

/** One by one. 1: some are where they were. */
export function tellItems(items: readonly Given[], isJson: boolean, hints: Hints = {}): 0 | 1 {
  const status = items.every(isFine) ? 0 : 1;
  if (isJson) {
    console.log(JSON.stringify({ items }));
    return status;
  }
  for (const { conversationId, status: became } of items.filter(isFine)) console.log(`${conversationId}: ${became}`);
  if (items.length === 0) console.log("None: there was nothing to give.");
  const problems = items.filter((item) => !isFine(item)).map((item) => problemOf(item, hints));
  if (problems.length > 0) reportProblems(problems, isJson);
  return status;
}

function problemOf({ conversationId, status, code, detail }: Given, hints: Hints): string {
  if (status === "missing") return `${conversationId}: there is no conversation with this id.`;
  const why = (detail ?? "it was refused").replace(/\.$/, "");
  const hint = code === null ? undefined : hints[code];
  return `${conversationId}: ${why}${code === null ? "" : ` (${code})`}.${hint === undefined ? "" : ` ${hint}`}`;
}

const mostAtOnce = 1_000;
/** A body is at most 64 kB, with what stands around the ids. */
const mostCharacters = 48_000;

/** As many as one call takes. */
export function inLots(ids: readonly string[]): readonly (readonly string[])[] {
  const lots: string[][] = [[]];
  let characters = 0;
  for (const id of ids) {
    const size = id.length + 3;
    if ((lots.at(-1)?.length ?? 0) >= mostAtOnce || characters + size > mostCharacters) {
      lots.push([]);
      characters = 0;
    }
    lots.at(-1)?.push(id);
    characters += size;
  }
  return lots;
}
