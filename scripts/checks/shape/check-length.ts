import { modulesOf, type SourceTree } from "../source-tree.ts";

const maxLines = 300;

export function checkLength(tree: SourceTree): string[] {
  return modulesOf(tree).flatMap(([path, source]) => {
    const lines = source.trimEnd().split("\n").length;
    return lines > maxLines ? [`${path} has ${lines} lines; at ${maxLines} it holds more than one idea.`] : [];
  });
}
