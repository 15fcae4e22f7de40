import { spawn } from "node:child_process";
import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { delimiter, join } from "node:path";

const advice =
  "redis-server is missing: run `apt-get install redis-server` (Debian, Ubuntu) or `brew install redis` (macOS).";
/** No questions, and RUNLEVEL keeps the package from starting a server of its own. */
const quiet = { DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
/** `sbin` and Homebrew are not on everyone's path. */
const usualFolders = ["/usr/bin", "/usr/local/bin", "/usr/sbin", "/opt/homebrew/bin"];

/** The path of a redis-server, installed from the system's packages when there is none and we may. */
export async function ensureRedis(): Promise<string> {
  const found = await findProgram("redis-server");
  if (found) return found;
  const installer = await findInstaller();
  if (!installer) throw new Error(advice);
  await install(installer);
  const installed = await findProgram("redis-server");
  if (!installed) throw new Error(advice);
  return installed;
}

async function findProgram(name: string): Promise<string | null> {
  const folders = [...(process.env.PATH ?? "").split(delimiter), ...usualFolders].filter((folder) => folder !== "");
  for (const folder of folders) {
    const path = join(folder, name);
    const isProgram = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isProgram) return path;
  }
  return null;
}

/** The command up to the arguments of apt-get; `null` where we may not install. */
async function findInstaller(): Promise<readonly string[] | null> {
  const apt = await findProgram("apt-get");
  if (!apt) return null;
  if (process.getuid?.() === 0) return [apt];
  const sudo = await findProgram("sudo");
  if (!sudo || (await run([sudo, "-n", "true"])).status !== 0) return null;
  return [sudo, "-n", "env", ...Object.entries(quiet).map(([name, value]) => `${name}=${value}`), apt];
}

async function install(apt: readonly string[]): Promise<void> {
  const wait = ["-o", "DPkg::Lock::Timeout=120"];
  // A stale or partly unreachable package list may still hold redis-server: only the install decides.
  await run([...apt, ...wait, "update"]);
  const { status, output } = await run([...apt, ...wait, "install", "-y", "--no-install-recommends", "redis-server"]);
  if (status !== 0) throw new Error(`${advice} apt-get said: ${output.trim().split("\n").at(-1) ?? ""}`);
}

function run([command = "", ...args]: readonly string[]): Promise<{ status: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env: { ...process.env, ...quiet }, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += String(chunk)));
    child.on("error", (error) => resolve({ status: null, output: error.message }));
    child.on("close", (status) => resolve({ status, output }));
  });
}
