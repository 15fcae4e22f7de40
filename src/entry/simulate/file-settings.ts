import { dirname, resolve } from "node:path";
import type { SettingsProblem } from "../../core/settings/problem.ts";
import type { Settings } from "../../core/settings/settings.ts";
import { starterSettings } from "../../core/settings/starter.ts";
import { folderExists, readFolder, type SettingsFolder } from "../cli/settings/settings-folder.ts";
import { placeInFolder, printPlace } from "../cli/settings/settings-places.ts";
import { chooseSettings } from "./choose-settings.ts";
import { settingsOfFolder } from "./folder-settings.ts";
import type { PrintPlace } from "./read-script.ts";
import type { SimulationScript } from "./script.ts";
import { placeOf } from "./script-parts.ts";

export type FileSettings =
  | { readonly status: "ready"; readonly settings: Settings }
  | { readonly status: "invalid"; readonly problems: readonly string[] };

interface ScriptFile {
  readonly file: string;
  readonly script: SimulationScript;
  readonly print: PrintPlace;
}

/** The settings a script in a file plays by, or every mistake in them with its place. */
export async function settingsOfFile({ file, script, print }: ScriptFile): Promise<FileSettings> {
  const { policy } = script;
  if (typeof policy === "object") return choose(starterSettings, script, { print, folder: null });
  const folder = resolve(dirname(file), policy);
  if (!(await folderExists(folder))) return invalid([print(["policy"], `there is no folder ${policy}`)]);
  const read = await readFolder(folder);
  if (read.problems.length > 0) return invalid(read.problems.map((problem) => `${policy}/${printPlace(problem)}`));
  return choose(settingsOfFolder(read), script, { print, folder: { name: policy, read } });
}

interface Places {
  readonly print: PrintPlace;
  readonly folder: { readonly name: string; readonly read: SettingsFolder } | null;
}

function choose(base: Settings, script: SimulationScript, places: Places): FileSettings {
  const chosen = chooseSettings(base, script, new Map());
  if (chosen.status === "chosen") return { status: "ready", settings: chosen.settings };
  return invalid(chosen.problems.map((problem) => printProblem(problem, script, places)));
}

/** In the script, where it is the script's part, else in the folder. */
function printProblem({ part, path, message }: SettingsProblem, script: SimulationScript, places: Places): string {
  const { print, folder } = places;
  if (Object.hasOwn(script.parts, part)) return print(["parts", ...placeOf(part, path)], message);
  if (!folder?.read.parts.has(part)) return print(["parts"], `${part}: ${message}`);
  const place = placeInFolder(folder.read, { path: path === "" ? part : `${part}.${path}`, message });
  return `${folder.name}/${printPlace(place)}`;
}

function invalid(problems: readonly string[]): FileSettings {
  return { status: "invalid", problems };
}
