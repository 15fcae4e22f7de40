import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, type Plugin } from "vite";
import { onTestFinished } from "vitest";

/** Bundles files of its own, `entry.ts` first, as the Worker is bundled. */
export async function bundleFiles(files: Readonly<Record<string, string>>, plugin: Plugin) {
  const folder = await mkdtemp(join(tmpdir(), "baton-bundle-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  const built = await build({
    configFile: false,
    root: folder,
    logLevel: "silent",
    plugins: [plugin],
    ssr: { target: "webworker", noExternal: true },
    build: { write: false, ssr: "entry.ts", rolldownOptions: { external: /^node:/ } },
  });
  const outputs = [built].flat().flatMap((one) => ("output" in one ? one.output : []));
  return {
    code: outputs.flatMap((output) => (output.type === "chunk" ? [output.code] : [])).join("\n"),
    modules: outputs.flatMap((output) => (output.type === "chunk" ? Object.keys(output.modules) : [])),
    assets: outputs.flatMap((output) => (output.type === "asset" ? [Buffer.from(output.source)] : [])),
  };
}
