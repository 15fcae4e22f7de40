import type { SourceTree } from "../source-tree.ts";
import { checkCorePurity } from "./check-core-purity.ts";
import { checkDirection } from "./check-direction.ts";
import { checkNodeOnly, checkWorkerReach } from "./check-node-only.ts";
import { findCycles } from "./find-cycles.ts";
import { readImports } from "./imports.ts";
import type { Violation } from "./violation.ts";

/** Everything the house promises about who knows whom, over the files of `src` and `adapters`. */
export function checkArchitecture(tree: SourceTree): Violation[] {
  const { imports, broken } = readImports(tree);
  return [
    ...broken.map(
      ({ path, detail }): Violation => ({ rule: "parses", place: path, problem: `does not parse: ${detail}` }),
    ),
    ...checkDirection(imports),
    ...findCycles(imports),
    ...checkCorePurity(tree),
    ...checkNodeOnly(imports),
    ...checkWorkerReach(new Set(tree.keys()), imports),
  ];
}
