import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Metafile } from "../checks/bundle-contents.ts";
import { projectRoot } from "../checks/environment.ts";
import { bundleWorker } from "./bundle-worker.ts";

const folder = join(projectRoot, "dist/worker");

/** What the bundle holds and imports, for the check of it. */
export const metafilePath = join(folder, "meta.json");

/** Into `dist/worker`, where wrangler.toml expects it. */
export async function writeWorkerBundle(): Promise<void> {
  const { code, map, assets, modules, imports } = await bundleWorker();
  await mkdir(folder, { recursive: true });
  const metafile: Metafile = {
    inputs: Object.fromEntries(modules.map((path) => [path, {}])),
    outputs: { "worker.js": { imports: imports.map((path) => ({ path })) } },
  };
  await replace(metafilePath, JSON.stringify(metafile));
  for (const [name, content] of Object.entries(assets)) await replace(join(folder, name), content);
  await replace(join(folder, "worker.js.map"), map);
  await replace(join(folder, "worker.js"), code);
}

/** At once, as another wrangler may be reading it. */
async function replace(file: string, content: string | Uint8Array): Promise<void> {
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, content);
  await rename(unfinished, file);
}
