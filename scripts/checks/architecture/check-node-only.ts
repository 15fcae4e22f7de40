import { isNodeOnlyFile, nodeOnlyPackages, packageOf } from "../node-only.ts";
import { valueGraph } from "./find-cycles.ts";
import type { Import } from "./imports.ts";
import type { Violation } from "./violation.ts";

const workerEntry = "src/entry/worker.ts";

/** `node:` modules and packages that need Node stay in the files that are declared for it. */
export function checkNodeOnly(imports: readonly Import[]): Violation[] {
  return imports.filter(needsNode).flatMap((entry): Violation[] => {
    if (isNodeOnlyFile(entry.from)) return [];
    const problem = `imports ${entry.specifier}: use the Web API, or declare the file in scripts/checks/node-only.ts with a reason.`;
    return [{ rule: "node-only", place: `${entry.from}:${entry.line}`, problem }];
  });
}

/** What the Worker's entry reaches, over values and however far, runs without Node. */
export function checkWorkerReach(paths: ReadonlySet<string>, imports: readonly Import[]): Violation[] {
  if (!paths.has(workerEntry)) {
    return [
      { rule: "worker-reach", place: workerEntry, problem: "does not exist, so nothing proves what the edge reaches." },
    ];
  }
  const routes = routesFrom(workerEntry, valueGraph(imports));
  const needing = new Map(
    imports.filter((entry) => !entry.isTypeOnly && needsNode(entry)).map((entry) => [entry.from, entry]),
  );
  return [...routes].flatMap(([file, route]): Violation[] => {
    const entry = needing.get(file);
    const declared = isNodeOnlyFile(file) && !file.startsWith("src/entry/");
    if (entry === undefined && !declared) return [];
    const why = entry === undefined ? "is declared Node-only" : `imports ${entry.specifier}`;
    return [{ rule: "worker-reach", place: file, problem: `${why} and the Worker reaches it: ${route.join(" → ")}.` }];
  });
}

function needsNode({ specifier }: Import): boolean {
  if (specifier === null) return false;
  return specifier.startsWith("node:") || nodeOnlyPackages.includes(packageOf(specifier));
}

/** Every file that can be reached, with the shortest way to it. */
function routesFrom(
  start: string,
  graph: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly string[]> {
  const routes = new Map<string, readonly string[]>([[start, [start]]]);
  for (const [file, route] of routes) {
    for (const next of graph.get(file) ?? []) if (!routes.has(next)) routes.set(next, [...route, next]);
  }
  return routes;
}
