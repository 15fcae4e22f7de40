import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { metafilePath } from "../worker-bundle/write-bundle.ts";
import { findNodeOnly, metafileSchema } from "./bundle-contents.ts";
import { projectRoot } from "./environment.ts";
import { addOutcomes, failedOnce, type Outcome, outcomeOfCheck, passedOnce } from "./outcome.ts";
import { runCommand } from "./run-command.ts";
import type { StepContext } from "./step.ts";

const limitBytes = 1024 * 1024;
const uploaded = new Set([".js", ".mjs", ".wasm", ".txt", ".html", ".bin"]);

/** Builds what would be deployed and looks at it: it builds, it is small, it needs no Node. */
export async function checkBundle(context: StepContext): Promise<Outcome> {
  const folder = join(context.temporaryFolder, "bundle");
  const build = await runCommand({
    command: "node",
    args: [
      join(projectRoot, "node_modules/wrangler/bin/wrangler.js"),
      ...["deploy", "--dry-run", `--outdir=${folder}`],
    ],
    env: context.env,
    timeoutMs: context.timeoutMs,
  });
  if (!build.succeeded) return outcomeOfCheck("bundle builds", build);
  return addOutcomes([
    outcomeOfCheck("bundle builds", build),
    outcomeOfSize(await compressedBytes(folder)),
    outcomeOfContents(findNodeOnly(metafileSchema.parse(JSON.parse(await readFile(metafilePath, "utf8"))))),
  ]);
}

async function compressedBytes(folder: string): Promise<number> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => uploaded.has(extname(file)));
  const sizes = await Promise.all(
    files.map(async (file) => (await promisify(gzip)(await readFile(join(folder, file)))).byteLength),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function outcomeOfSize(bytes: number): Outcome {
  if (bytes === 0) return failedOnce("bundle size: wrangler wrote no module.");
  if (bytes <= limitBytes) return passedOnce;
  return failedOnce(`bundle size: ${kilobytes(bytes)} kB gzip, at most ${kilobytes(limitBytes)} are allowed.`);
}

function kilobytes(bytes: number): number {
  return Math.round(bytes / 1024);
}

function outcomeOfContents(problems: readonly string[]): Outcome {
  if (problems.length === 0) return passedOnce;
  return failedOnce(["bundle contents: the Worker cannot run with these:", ...problems].join("\n  "));
}
