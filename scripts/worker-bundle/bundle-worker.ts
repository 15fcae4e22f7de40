/**
 * What is deployed to the edge: one module, and the word lists beside it. Wrangler could bundle it as well, but what it
 * writes is a quarter larger: it spells every letter outside of ASCII as six, keeps the name of every function, and
 * cannot leave out what a library holds and nobody uses. A Worker's size is limited, and every cold start reads it.
 */
import { builtinModules } from "node:module";
import { relative } from "node:path";
import { build, type Rolldown } from "vite";
import { projectRoot } from "../checks/environment.ts";
import { packWordLists } from "./pack-word-lists.ts";
import { withoutWholeZod } from "./without-whole-zod.ts";

const wordLists = /\/src\/core\/detection\/lexicons\/.+\.ts$/;

export interface WorkerBundle {
  readonly code: string;
  readonly map: string;
  /** What the module reads beside itself, by name. */
  readonly assets: Readonly<Record<string, string | Uint8Array>>;
  /** Every file that something was taken from, relative to the project. */
  readonly modules: readonly string[];
  readonly imports: readonly string[];
}

export async function bundleWorker(): Promise<WorkerBundle> {
  const built = await build({
    configFile: false,
    envDir: false,
    root: projectRoot,
    publicDir: false,
    logLevel: "warn",
    define: { "process.env.NODE_ENV": '"production"', "navigator.userAgent": '"Cloudflare-Workers"' },
    plugins: [withoutWholeZod(), packWordLists(wordLists)],
    // As wrangler finds them.
    resolve: { conditions: ["workerd", "worker", "browser"], mainFields: ["browser", "module", "main"] },
    ssr: { target: "webworker", noExternal: true },
    build: {
      write: false,
      ssr: "src/entry/worker.ts",
      target: "es2024",
      minify: "oxc",
      sourcemap: true,
      rolldownOptions: {
        external: [/^(cloudflare|node):/, ...builtinModules],
        output: { codeSplitting: false },
        // It warns of callbacks that were slow because the machine was busy.
        checks: { pluginTimings: false },
      },
    },
  });
  const outputs = [built].flat().flatMap((one) => ("output" in one ? one.output : []));
  return describe(
    onlyChunk(outputs),
    outputs.filter((output) => output.type === "asset"),
  );
}

type Output = Rolldown.RolldownOutput["output"][number];

function onlyChunk(outputs: readonly Output[]): Rolldown.OutputChunk {
  const chunks = outputs.filter((output) => output.type === "chunk");
  const [chunk] = chunks;
  if (!chunk || chunks.length > 1) throw new Error(`The Worker must be one module, and it became ${chunks.length}.`);
  return chunk;
}

function describe(chunk: Rolldown.OutputChunk, assets: readonly Rolldown.OutputAsset[]): WorkerBundle {
  return {
    code: chunk.code,
    map: JSON.stringify(chunk.map),
    assets: Object.fromEntries(assets.map(({ fileName, source }) => [fileName, source])),
    modules: Object.keys(chunk.modules).map((path) => relative(projectRoot, path)),
    imports: [...chunk.imports, ...chunk.dynamicImports],
  };
}
