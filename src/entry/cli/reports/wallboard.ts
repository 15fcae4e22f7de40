import { type WallboardBody, wallboard as wallboardBody } from "../../../protocol/reports.ts";
import { quoted, readOptions } from "../options/read-options.ts";
import { refuse } from "../options/refused-fields.ts";
import { reportProblems } from "../options/report-problems.ts";
import { followFeed, type OpenFeed } from "../reach/feed-line.ts";
import { type OnServer, onServer } from "../reach/on-server.ts";
import { printWallboard } from "./wallboard-table.ts";

/** `baton wallboard`: how it stands now; `--watch`: again whenever it has changed. */
export const wallboard = onServer(
  (words, explain) => {
    const read = readOptions(words, { watch: { type: "boolean", default: false } }, explain);
    if (!read) return null;
    const [extra] = read.positionals;
    if (extra !== undefined) {
      explain(`The wallboard is one: leave ${quoted(extra)} away.`);
      return null;
    }
    return read.values.watch ? watch : once;
  },
  ["reports:read", "feed:read"],
);

async function once(on: OnServer): Promise<0 | 1> {
  const answer = await look(on);
  if (answer.status === "refused") return refuse(answer, on.isJson);
  console.log(on.isJson ? JSON.stringify(answer.value) : printWallboard(answer.value));
  return 0;
}

function look({ client }: OnServer) {
  return client.call("GET", "/api/v1/reports/wallboard", { answer: wallboardBody });
}

/** Until somebody ends it, as with every other look that goes on. */
async function watch(on: OnServer): Promise<0 | 1> {
  if (!on.openFeed) {
    reportProblems(["--watch follows a server, and none runs. Start it, or name it in BATON_URL."], on.isJson);
    return 1;
  }
  const end = new AbortController();
  const stop = () => end.abort();
  process.once("SIGINT", stop).once("SIGTERM", stop);
  try {
    return await showChanges(on, on.openFeed, end.signal);
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop);
  }
}

/** What is looked at again: `start` and `reset` stand for everything that was not told. */
const moments: ReadonlySet<string> = new Set(["start", "reset", "wallboard"]);

async function showChanges(on: OnServer, openFeed: OpenFeed, signal: AbortSignal): Promise<0 | 1> {
  let hasShown = false;
  for await (const item of followFeed(openFeed, signal)) {
    if (item.type === "refused") return refusedFeed(on, item.status);
    if (item.type === "event" && !moments.has(item.event.event)) continue;
    if (item.type === "lost" && hasShown) {
      console.error("The server does not answer; it is asked again.");
      continue;
    }
    const answer = await look(on);
    if (answer.status === "refused" && (answer.code !== "unreachable" || !hasShown)) return refuse(answer, on.isJson);
    if (answer.status === "refused") continue;
    show(answer.value, on.isJson);
    hasShown = true;
  }
  return 0;
}

/** A key that may not even look is told why by that; the feed itself answers no more than a number. */
async function refusedFeed(on: OnServer, status: number): Promise<1> {
  const answer = await look(on);
  if (answer.status === "refused") return refuse(answer, on.isJson);
  reportProblems(
    [`The server does not let this key follow the feed (${status}): it needs the scope feed:read.`],
    on.isJson,
  );
  return 1;
}

const clear = "\u001b[2J\u001b[H";

/** In place on a screen; for everything else one after the other. */
function show(board: WallboardBody, isJson: boolean): void {
  if (isJson) console.log(JSON.stringify(board));
  else if (process.stdout.isTTY) process.stdout.write(`${clear}${printWallboard(board)}\n`);
  else console.log(`${printWallboard(board)}\n`);
}
