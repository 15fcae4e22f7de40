import { settingsInFull } from "../../../protocol/settings-api.ts";
import { nameAuthorsIn } from "../reach/author-names.ts";
import type { Answer, SettingsClient } from "../reach/settings-client.ts";
import { compareParts, type FolderChange, partsOfBody } from "./settings-compare.ts";
import { type FolderProblem, type SettingsFolder, versionFile } from "./settings-folder.ts";
import { placeInFolder } from "./settings-places.ts";
import { checkDraft, discardDraft, publishDraft, uploadDraft } from "./settings-upload.ts";

export interface PushOptions {
  readonly note: string;
  readonly isPublishing: boolean;
}

export type Pushed =
  | { readonly status: "unchanged" }
  | { readonly status: "refused"; readonly problems: readonly FolderProblem[] }
  | {
      readonly status: "drafted";
      readonly draftId: string;
      readonly parts: readonly string[];
      /** What stands against publishing it, and what is worth a look. */
      readonly problems: readonly FolderProblem[];
    }
  | {
      readonly status: "published";
      readonly version: number;
      readonly base: number;
      readonly parts: readonly string[];
    };

/**
 * What the files say otherwise than the version they were taken from becomes a draft; what others published since then
 * stays, or is a conflict. Of a folder that nobody pulled, the files are the truth.
 */
export async function pushFolder(
  client: SettingsClient,
  folder: SettingsFolder,
  options: PushOptions,
): Promise<Pushed> {
  if (folder.problems.length > 0) return { status: "refused", problems: folder.problems };
  const compared = await compareFolder(client, folder);
  if (compared.status === "refused") return refusedBy(folder, compared.problems);
  const { changes } = compared.value;
  if (changes.length === 0) return { status: "unchanged" };
  const name = options.note === "" ? "Pushed from files" : (options.note.split("\n")[0] ?? "").slice(0, 200);
  const uploaded = await uploadDraft(client, { name, note: options.note, changes, baseVersion: folder.version });
  if (uploaded.status === "refused") return refusedBy(folder, uploaded.problems);
  const parts = changes.map(({ part }) => part);
  return options.isPublishing
    ? publishNow(client, folder, { draftId: uploaded.value, parts })
    : leaveDraft(client, folder, { draftId: uploaded.value, parts });
}

export interface ComparedFolder {
  /** The version it was compared with. */
  readonly base: number;
  /** What a push would change. */
  readonly changes: readonly FolderChange[];
}

/** With the version that the files were taken from; of a folder that nobody pulled, with what is in force. */
export async function compareFolder(
  client: SettingsClient,
  { parts, version }: SettingsFolder,
): Promise<Answer<ComparedFolder>> {
  const path = version === null ? "" : `/versions/${version}`;
  const base = await client.call("GET", path, { answer: settingsInFull });
  if (base.status === "refused") return base.code === "not-found" && version !== null ? ofAnother(base, version) : base;
  const { number, settings } = base.value;
  const files = new Map([...parts].map(([part, { value }]) => [part, value]));
  return { status: "answered", value: { base: number, changes: compareParts(partsOfBody(settings), files) } };
}

/** Versions have no gaps: one that is not there never was. */
function ofAnother(refused: Extract<Answer<never>, { status: "refused" }>, version: number): Answer<never> {
  const message = `${versionFile} says that this folder was pulled from version ${version}, which this server has never had: it is of another server. Pull again to see what is in force here; or remove ${versionFile}, and a push makes the settings here what all of these files say.`;
  return { ...refused, problems: [{ path: "", message }] };
}

interface Drafted {
  readonly draftId: string;
  readonly parts: readonly string[];
}

async function leaveDraft(client: SettingsClient, folder: SettingsFolder, drafted: Drafted): Promise<Pushed> {
  const checked = await checkDraft(client, drafted.draftId);
  if (checked.status === "refused") return refusedBy(folder, checked.problems);
  const { problems, conflicts } = checked.value;
  const told = [
    ...conflicts.map(({ part, version, author }) => ({
      path: part,
      message: `was published in version ${version} by ${author} since this folder was pulled`,
    })),
    ...problems.map(({ part, path, message, severity }) => ({
      path: path === "" ? part : `${part}.${path}`,
      message: severity === "warning" ? `warning: ${message}` : message,
    })),
  ];
  return {
    status: "drafted",
    ...drafted,
    problems: (await nameAuthorsIn(client, told)).map((place) => placeInFolder(folder, place)),
  };
}

/** A draft that could not be published is of no use to whoever has the files. */
async function publishNow(
  client: SettingsClient,
  folder: SettingsFolder,
  { draftId, parts }: Drafted,
): Promise<Pushed> {
  const answer = await publishDraft(client, draftId);
  if (answer.status === "refused") {
    await discardDraft(client, draftId);
    return answer.code === "nothing-to-publish"
      ? { status: "unchanged" }
      : refusedBy(folder, await nameAuthorsIn(client, answer.problems));
  }
  if (answer.value.status !== "published") throw new Error("A draft without a time was scheduled.");
  const { number, base } = answer.value.version;
  return { status: "published", version: number, base: base ?? 0, parts };
}

function refusedBy(folder: SettingsFolder, problems: readonly { path: string; message: string }[]): Pushed {
  return { status: "refused", problems: problems.map((place) => placeInFolder(folder, place)) };
}
