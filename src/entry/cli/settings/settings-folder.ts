import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isSameValue } from "../../../core/settings/same-value.ts";
import { settingsCollections, settingsSections } from "../../../protocol/settings.ts";
import type { SettingsPartBody } from "../../../protocol/settings-changes.ts";
import { type PartFile, type PartFileRead, readPartFile, writePart } from "./settings-yaml.ts";

/** A folder of settings: `company.yaml`, `rules/legal-first.yaml`, and in `.baton-version` what it was taken from. */
export interface SettingsFolder {
  readonly parts: ReadonlyMap<string, PartFile>;
  /** `null`: nobody knows, so the files alone are the truth. */
  readonly version: number | null;
  readonly problems: readonly FolderProblem[];
}

/** As editors understand it: a file, a line, and what is wrong there. */
export interface FolderProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export interface FolderChanges {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
}

export const versionFile = ".baton-version";
const extension = ".yaml";

/** Sections that are missing are problems: nobody means to remove what cannot be removed. */
export async function readFolder(folder: string): Promise<SettingsFolder> {
  const names = await partFiles(folder);
  const parts = new Map<string, PartFile>();
  const problems: FolderProblem[] = tooMany(names);
  for (const part of problems.length > 0 ? [] : names) {
    const file = fileOf(part);
    const read = await readFileOf(folder, part);
    if (read.status === "read") parts.set(part, read.file);
    else
      problems.push(
        ...read.problems.map(({ line, path, message }) => ({ file, line, message: placed(path, message) })),
      );
  }
  for (const section of Object.keys(settingsSections)) {
    if (names.includes(section)) continue;
    problems.push({ file: fileOf(section), line: 1, message: "is missing; pull first, or write it" });
  }
  const version = await readVersion(folder);
  if (version === "unreadable") {
    const message = "holds no number of a version; pull again, or remove it so that all of the files count";
    problems.push({ file: versionFile, line: 1, message });
  }
  return { parts, version: version === "unreadable" ? null : version, problems };
}

export async function folderExists(folder: string): Promise<boolean> {
  return readdir(folder).then(
    () => true,
    () => false,
  );
}

/**
 * What says the same already is left as it is, comments and all. Removed is only what can be read as a part: the folder
 * may be somebody's project, whose other YAML files are not ours.
 */
export async function writeFolder(
  folder: string,
  parts: ReadonlyMap<string, SettingsPartBody>,
  version: number,
): Promise<FolderChanges> {
  const written: string[] = [];
  const removed: string[] = [];
  const before = await partFiles(folder);
  for (const [part, value] of parts) {
    if (before.includes(part) && (await saysTheSame(folder, part, value))) continue;
    const path = join(folder, fileOf(part));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, writePart(part, value));
    written.push(fileOf(part));
  }
  for (const part of before.filter((name) => !parts.has(name))) {
    if ((await readFileOf(folder, part)).status !== "read") continue;
    await rm(join(folder, fileOf(part)));
    removed.push(fileOf(part));
  }
  await writeVersion(folder, version);
  return { written, removed, unchanged: parts.size - written.length };
}

export async function writeVersion(folder: string, version: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, versionFile), `${version}\n`);
}

export function fileOf(part: string): string {
  return `${part}${extension}`;
}

async function readFileOf(folder: string, part: string): Promise<PartFileRead> {
  return readPartFile(part, await readFile(join(folder, fileOf(part)), "utf8"));
}

async function saysTheSame(folder: string, part: string, value: SettingsPartBody): Promise<boolean> {
  const read = await readFileOf(folder, part);
  return read.status === "read" && isSameValue(read.file.value, value);
}

async function readVersion(folder: string): Promise<number | null | "unreadable"> {
  const text = await readFile(join(folder, versionFile), "utf8").catch(() => null);
  if (text === null) return null;
  return /^\d{1,9}\s*$/.test(text) ? Number(text) : "unreadable";
}

/** Every YAML file where a part could be, whatever its name; other files and folders are somebody's own. */
async function partFiles(folder: string): Promise<readonly string[]> {
  const collections = Object.keys(settingsCollections);
  const inside = await Promise.all(
    collections.map(async (name) => (await yamlFiles(join(folder, name))).map((id) => `${name}/${id}`)),
  );
  return [...(await yamlFiles(folder)), ...inside.flat()];
}

async function yamlFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
    .map(({ name }) => name.slice(0, -extension.length))
    .sort();
}

/** Counted before any is read. */
function tooMany(parts: readonly string[]): FolderProblem[] {
  return Object.entries(settingsCollections).flatMap(([name, { most }]) => {
    const count = parts.filter((part) => part.startsWith(`${name}/`)).length;
    return count <= most ? [] : [{ file: name, line: 1, message: `has ${count} files; there may be at most ${most}` }];
  });
}

function placed(path: string, message: string): string {
  return path === "" ? message : `${path} ${message}`;
}
