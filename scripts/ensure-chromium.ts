import { execFile } from "node:child_process";
import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { chromium } from "playwright-core";

const systemNames = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const installTimeoutMs = 240_000;
const launchTimeoutMs = 20_000;

/** The path of a browser that really opens a page: the system's, the one from npm, or one it installs. */
export async function ensureChromium(): Promise<string> {
  const problems: string[] = [];
  for (const find of [declared, onPath, fromNpm, fromPackages]) {
    try {
      const path = await find();
      if (path === null) continue;
      await openPage(path);
      return path;
    } catch (error) {
      problems.push(`${find.name}: ${firstLine(error)}`);
    }
  }
  throw new Error(
    `No usable Chromium (${problems.join("; ")}). Install one (\`apt-get install chromium\`) or set CHROMIUM to its path.`,
  );
}

async function declared(): Promise<string | null> {
  return process.env.CHROMIUM || null;
}

async function onPath(): Promise<string | null> {
  for (const name of systemNames) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      const path = join(folder, name);
      if (await isExecutable(path)) return path;
    }
  }
  return null;
}

async function fromNpm(): Promise<string> {
  const { default: sparticuz } = await import("@sparticuz/chromium");
  return sparticuz.executablePath();
}

async function fromPackages(): Promise<string | null> {
  if (process.getuid?.() !== 0 || !(await isExecutable("/usr/bin/apt-get"))) return null;
  const run = promisify(execFile);
  const options = { timeout: installTimeoutMs, env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  await run("apt-get", ["update", "-qq"], options);
  await run("apt-get", ["install", "-qq", "-y", "--no-install-recommends", "chromium"], options);
  return onPath();
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** Present is not usable: libraries may be missing, and a snap stub only prints how to install the snap. */
async function openPage(executablePath: string): Promise<void> {
  // The sandbox needs a user namespace, which containers and root do not have.
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"], timeout: launchTimeoutMs });
  try {
    await (await browser.newPage()).setContent("<p>usable</p>");
  } finally {
    await browser.close();
  }
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split("\n", 1)[0] ?? "";
}
