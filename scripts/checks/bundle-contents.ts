import { builtinModules } from "node:module";
import * as z from "zod";
import { nodeModulesOfWorkerd, nodeOnlyPackages, packageOf } from "./node-only.ts";

/** What went into the bundle and what it still imports, in the form in which esbuild would tell it. */
export const metafileSchema = z.object({
  inputs: z.record(z.string(), z.unknown()),
  outputs: z.record(z.string(), z.object({ imports: z.array(z.object({ path: z.string() })) })),
});

export type Metafile = z.infer<typeof metafileSchema>;

/** One sentence for everything in the Worker bundle that cannot run at the edge. */
export function findNodeOnly(metafile: Metafile): string[] {
  const inputs = Object.keys(metafile.inputs).flatMap((path) => {
    const specifier = path.split("node_modules/").at(-1);
    if (specifier === undefined || specifier === path) return [];
    const name = packageOf(specifier);
    if (nodeOnlyPackages.includes(name)) return [`holds ${name} (${path})`];
    if (name === "pino" && !path.endsWith("/browser.js")) return [`holds the Node build of pino (${path})`];
    return [];
  });
  const imports = Object.values(metafile.outputs)
    .flatMap((output) => output.imports.map((entry) => entry.path))
    .filter((path) => path.startsWith("node:") || builtinModules.includes(path))
    .filter((path) => !nodeModulesOfWorkerd.includes(path))
    .map((path) => `imports ${path}`);
  return [...new Set([...inputs, ...imports])];
}
