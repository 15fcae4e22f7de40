import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";

export interface CliRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const command = resolve(import.meta.dirname, "../../src/entry/cli.ts");

/** `baton …` in a process of its own, with these settings and no others. */
export async function runCli(
  words: readonly string[],
  { env = {}, cwd }: { env?: Readonly<Record<string, string>>; cwd: string },
): Promise<CliRun> {
  const child = spawn(process.execPath, [command, ...words], {
    cwd,
    env: { PATH: process.env.PATH ?? "", BATON_DATA_DIR: cwd, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const status = new Promise<number | null>((resolveStatus) => child.on("exit", resolveStatus));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { status: await status, stdout, stderr };
}
