import { posix } from "node:path";
import { readImports } from "../architecture/imports.ts";
import { type SourceTree, treeOf } from "../source-tree.ts";
import { type AdapterKind, adapterKinds } from "./adapter-kinds.ts";
import { checkFactory } from "./check-factory.ts";

/** What is missing until an adapter is part of the house: files, factory, contract, documentation. */
export function checkAdapters(tree: SourceTree): string[] {
  const folders = adapterFolders(tree);
  const empty = Object.keys(adapterKinds).filter((kind) => !folders.some((folder) => folder.kind === kind));
  return [
    ...empty.map((kind) => `adapters/${kind}/ has no adapter.`),
    ...folders.flatMap(({ kind, name }) => {
      const rules = adapterKinds[kind];
      if (rules === undefined)
        return [`adapters/${kind}/: describe this kind in scripts/checks/shape/adapter-kinds.ts.`];
      const folder = `adapters/${kind}/${name}`;
      return [
        ...checkFiles(tree, folder, rules),
        ...checkFactory(folder, tree.get(`${folder}/index.ts`), rules),
        ...checkContract(tree, folder, rules),
        ...checkMention(tree, folder, rules),
      ];
    }),
  ];
}

function adapterFolders(tree: SourceTree): { kind: string; name: string }[] {
  const folders = [...tree.keys()].flatMap((path) => {
    const [top, kind, name, file] = path.split("/");
    return top === "adapters" && kind !== undefined && kind !== "kit" && file !== undefined ? [`${kind}/${name}`] : [];
  });
  return [...new Set(folders)].map((folder) => {
    const [kind = "", name = ""] = folder.split("/");
    return { kind, name };
  });
}

function checkFiles(tree: SourceTree, folder: string, { files }: AdapterKind): string[] {
  return files.filter((file) => !tree.has(`${folder}/${file}`)).map((file) => `${folder}/${file} is missing.`);
}

function checkContract(tree: SourceTree, folder: string, { contract }: AdapterKind): string[] {
  const tests = [...tree].filter(([path]) => path.startsWith(`test/${folder}/`) && path.endsWith(".test.ts"));
  const { imports } = readImports(treeOf(Object.fromEntries(tests)));
  if (imports.some((entry) => !entry.isTypeOnly && entry.target === contract)) return [];
  return [`test/${folder}/: no test here calls ${contract}.`];
}

function checkMention(tree: SourceTree, folder: string, { guide }: AdapterKind): string[] {
  const texts = [tree.get("README.md") ?? "", tree.get(guide) ?? ""];
  const name = posix.basename(folder);
  const isMentioned = texts.some((text) => text.includes(folder) || text.includes(`\`${name}\``));
  return isMentioned ? [] : [`${folder}: mention it in ${guide} or in README.md (\`${name}\` or its folder).`];
}
