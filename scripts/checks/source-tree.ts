import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Files by their path from the project's root, with forward slashes. In memory, so that rules can be tried on small trees. */
export type SourceTree = ReadonlyMap<string, string>;

export function readTree(root: string, patterns: readonly string[]): SourceTree {
  const paths = globSync([...patterns], { cwd: root, withFileTypes: false })
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

export function treeOf(files: Readonly<Record<string, string>>): SourceTree {
  return new Map(Object.entries(files));
}

/** The files that hold code. */
export function modulesOf(tree: SourceTree): readonly (readonly [path: string, source: string])[] {
  return [...tree].filter(([path]) => /\.tsx?$/.test(path) && !path.endsWith(".d.ts"));
}
