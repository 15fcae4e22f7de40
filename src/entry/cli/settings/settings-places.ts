import type { RefusedPlace } from "../reach/settings-client.ts";
import { type FolderProblem, fileOf, type SettingsFolder } from "./settings-folder.ts";

/** What a server says of a part, as a file and a line of this folder. */
export function placeInFolder({ parts }: SettingsFolder, { path, message }: RefusedPlace): FolderProblem {
  const place = path.replace(/^body\.changes\./, "");
  const dot = place.indexOf(".");
  const [part, within] = dot < 0 ? [place, ""] : [place.slice(0, dot), place.slice(dot + 1)];
  const file = parts.get(part);
  if (!file) return { file: path === "" ? "" : part, line: 1, message };
  return { file: fileOf(part), line: file.lineOf(within), message };
}

/** `rules/legal-first.yaml:12: …`, as editors and reviewers follow it. */
export function printPlace({ file, line, message }: FolderProblem): string {
  return file === "" ? message : `${file}:${line}: ${message}`;
}
