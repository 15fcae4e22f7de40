import { posix } from "node:path";
import { Visitor } from "vite";
import { lineOf, parseModule } from "../parse-module.ts";
import { modulesOf, type SourceTree } from "../source-tree.ts";

export interface Import {
  readonly from: string;
  readonly line: number;
  /** As written; `null` when it is computed. */
  readonly specifier: string | null;
  /** The file it means, from the project's root; `null` for packages and `node:` modules. */
  readonly target: string | null;
  /** Gone after the types are stripped. */
  readonly isTypeOnly: boolean;
  /** Takes the whole module as one object, or nothing by name. */
  readonly isNamespace: boolean;
}

export interface ImportsOfTree {
  readonly imports: readonly Import[];
  readonly broken: readonly { readonly path: string; readonly detail: string }[];
}

/** Static and dynamic imports, `export … from` and `import("…")` in types, of every module of the tree. */
export function readImports(tree: SourceTree): ImportsOfTree {
  const imports: Import[] = [];
  const broken: { path: string; detail: string }[] = [];
  for (const [path, source] of modulesOf(tree)) {
    const parsed = parseModule(path, source);
    if (parsed.status === "broken") broken.push({ path, detail: parsed.detail });
    else imports.push(...importsOf(path, source, parsed.result));
  }
  return { imports, broken };
}

type Parsed = Extract<ReturnType<typeof parseModule>, { status: "parsed" }>["result"];

function importsOf(from: string, source: string, parsed: Parsed): Import[] {
  const found: Import[] = [];
  const add = (offset: number, specifier: string | null, options: { isTypeOnly: boolean; isNamespace: boolean }) => {
    found.push({ from, line: lineOf(source, offset), specifier, target: targetOf(from, specifier), ...options });
  };
  const statement = (node: { start: number; importKind?: string | null; exportKind?: string | null }) =>
    (node.importKind ?? node.exportKind) === "type";
  new Visitor({
    ImportDeclaration(node) {
      const named = node.specifiers.some((specifier) => specifier.type !== "ImportNamespaceSpecifier");
      add(node.start, node.source.value, { isTypeOnly: statement(node), isNamespace: !named });
    },
    ExportNamedDeclaration(node) {
      if (node.source === null) return;
      add(node.start, node.source.value, { isTypeOnly: statement(node), isNamespace: false });
    },
    ExportAllDeclaration(node) {
      add(node.start, node.source.value, { isTypeOnly: statement(node), isNamespace: true });
    },
    ImportExpression(node) {
      const specifier =
        node.source.type === "Literal" && typeof node.source.value === "string" ? node.source.value : null;
      add(node.start, specifier, { isTypeOnly: false, isNamespace: true });
    },
    TSImportType(node) {
      add(node.start, node.source.value, { isTypeOnly: true, isNamespace: true });
    },
  }).visit(parsed.program);
  return found;
}

function targetOf(from: string, specifier: string | null): string | null {
  if (specifier === null || !/^\.{0,2}\//.test(specifier)) return null;
  return posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ""));
}
