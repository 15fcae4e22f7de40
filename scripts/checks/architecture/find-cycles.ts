import type { Import } from "./imports.ts";
import type { Violation } from "./violation.ts";

/** Cycles of imports that exist when the program runs; types may point at each other. Each cycle is told once. */
export function findCycles(imports: readonly Import[]): Violation[] {
  const graph = valueGraph(imports);
  const state = new Map<string, "open" | "closed">();
  const path: string[] = [];
  const cycles: Violation[] = [];

  const visit = (file: string) => {
    state.set(file, "open");
    path.push(file);
    for (const next of graph.get(file) ?? []) {
      if (state.get(next) === "open") {
        const cycle = [...path.slice(path.indexOf(next)), next];
        cycles.push({ rule: "cycle", place: next, problem: `imports itself: ${cycle.join(" → ")}.` });
      } else if (!state.has(next)) visit(next);
    }
    path.pop();
    state.set(file, "closed");
  };
  for (const file of graph.keys()) if (!state.has(file)) visit(file);
  return cycles;
}

export function valueGraph(imports: readonly Import[]): ReadonlyMap<string, readonly string[]> {
  const graph = new Map<string, string[]>();
  for (const { from, target, isTypeOnly } of imports) {
    if (target === null || isTypeOnly) continue;
    graph.set(from, [...(graph.get(from) ?? []), target]);
  }
  return graph;
}
