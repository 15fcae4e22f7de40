import { type ESTree, Visitor } from "vite";
import { lineOf, parseModule } from "../parse-module.ts";
import { modulesOf, type SourceTree } from "../source-tree.ts";
import type { Violation } from "./violation.ts";

/** Global names that reach a clock, the network, randomness, the process or the machine. */
const impureNames = new Set([
  ...["performance", "setTimeout", "setInterval", "setImmediate", "clearTimeout", "clearInterval", "Temporal"],
  ...["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "navigator"],
  ...["crypto", "process", "console", "Buffer", "require", "globalThis", "localStorage"],
]);

/** These read the machine's time zone, so that two machines would decide differently. */
const localDateMembers =
  /^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|TimezoneOffset)$|^toLocale(Date|Time)String$/;

/** Time is data and ids are derived: the core asks nobody. A local variable of a forbidden name is renamed. */
export function checkCorePurity(tree: SourceTree): Violation[] {
  return modulesOf(tree)
    .filter(([path]) => path.startsWith("src/core/"))
    .flatMap(([path, source]) => {
      const parsed = parseModule(path, source);
      if (parsed.status === "broken") return [];
      return findImpurities(parsed.result.program).map(({ offset, what }) => ({
        rule: "core-purity" as const,
        place: `${path}:${lineOf(source, offset)}`,
        problem: `touches ${what}: the core gets time, ids and answers as data.`,
      }));
    });
}

interface Impurity {
  readonly offset: number;
  readonly what: string;
}

function findImpurities(program: ESTree.Program): Impurity[] {
  const found: Impurity[] = [];
  /** Identifiers that only name a property. Parents are visited first. */
  const labels = new Set<number>();
  const label = (node: { computed?: boolean; shorthand?: boolean; key: { start: number } }) => {
    if (node.computed !== true && node.shorthand !== true) labels.add(node.key.start);
  };
  new Visitor({
    Property: label,
    MethodDefinition: label,
    PropertyDefinition: label,
    TSPropertySignature: label,
    TSMethodSignature: label,
    MemberExpression(node) {
      if (node.computed || node.property.type !== "Identifier") return;
      labels.add(node.property.start);
      const name = node.property.name;
      const object = node.object.type === "Identifier" ? node.object.name : null;
      if (object === "Math" && name === "random") found.push({ offset: node.start, what: "Math.random" });
      if (object === "Date" && name === "now") found.push({ offset: node.start, what: "Date.now" });
      if (localDateMembers.test(name)) found.push({ offset: node.start, what: `${name} (the machine's time zone)` });
    },
    NewExpression(node) {
      if (node.callee.type !== "Identifier" || node.callee.name !== "Date") return;
      if (node.arguments.length === 0) found.push({ offset: node.start, what: "new Date()" });
      if (node.arguments.length > 1)
        found.push({ offset: node.start, what: "new Date(…, …) (the machine's time zone)" });
    },
    CallExpression(node) {
      if (node.callee.type !== "Identifier" || node.callee.name !== "Date") return;
      found.push({ offset: node.start, what: "Date()" });
    },
    Identifier(node) {
      if (impureNames.has(node.name) && !labels.has(node.start)) found.push({ offset: node.start, what: node.name });
    },
  }).visit(program);
  return found;
}
