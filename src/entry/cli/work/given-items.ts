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

/** One by one. 1: some are where they were. */
export function tellItems(items: readonly Given[], isJson: boolean): 0 | 1 {
  const status = items.every(isFine) ? 0 : 1;
  if (isJson) {
    console.log(JSON.stringify({ items }));
    return status;
  }
  for (const { conversationId, status: became } of items.filter(isFine)) console.log(`${conversationId}: ${became}`);
  const problems = items.filter((item) => !isFine(item)).map(problemOf);
  if (problems.length > 0) reportProblems(problems, isJson);
  return status;
}

function problemOf({ conversationId, status, code, detail }: Given): string {
  if (status === "missing") return `${conversationId}: there is no conversation with this id.`;
  const why = (detail ?? "it was refused").replace(/\.$/, "");
  return `${conversationId}: ${why}${code === null ? "" : ` (${code})`}.`;
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
