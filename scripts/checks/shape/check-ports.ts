import { posix } from "node:path";
import { type ESTree, Visitor } from "vite";
import { parseModule } from "../parse-module.ts";
import { modulesOf, type SourceTree } from "../source-tree.ts";

const maxMembers = 8;
const required = ["Bot", "Channel", "Clock", "Ids", "Logger", "Store"];

/** A port is the interface that its file is named after: small, and without members that may be missing. */
export function checkPorts(tree: SourceTree): string[] {
  const ports = modulesOf(tree).flatMap(([path, source]) => {
    if (!path.startsWith("src/ports/")) return [];
    const parsed = parseModule(path, source);
    if (parsed.status === "broken") return [];
    const found = interfacesOf(parsed.result.program).filter((entry) => entry.id.name === nameAfter(path));
    return found.map((entry) => ({ path, entry }));
  });
  const missing = required.filter((name) => !ports.some(({ entry }) => entry.id.name === name));
  return [
    ...missing.map((name) => `src/ports/${name.toLowerCase()}.ts should export the interface ${name}.`),
    ...ports.flatMap(({ path, entry }) => checkPort(path, entry)),
  ];
}

function interfacesOf(program: ESTree.Program): ESTree.TSInterfaceDeclaration[] {
  const found: ESTree.TSInterfaceDeclaration[] = [];
  new Visitor({
    TSInterfaceDeclaration(node) {
      found.push(node);
    },
  }).visit(program);
  return found;
}

function nameAfter(path: string): string {
  const words = posix.basename(path, ".ts").split("-");
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

function checkPort(path: string, { id, body, extends: parents }: ESTree.TSInterfaceDeclaration): string[] {
  const optional = body.body.filter((member) => "optional" in member && member.optional);
  return [
    ...(body.body.length > maxMembers
      ? [
          `${path}: ${id.name} has ${body.body.length} members, at most ${maxMembers}: make differences data (capabilities).`,
        ]
      : []),
    ...(optional.length > 0
      ? [`${path}: ${id.name} has ${optional.length} optional members: every adapter has all.`]
      : []),
    ...(parents.length > 0 ? [`${path}: ${id.name} extends another interface: write its members out.`] : []),
  ];
}
