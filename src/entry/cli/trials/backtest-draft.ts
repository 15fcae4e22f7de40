import type { SettingsClient } from "../reach/settings-client.ts";
import { folderExists, readFolder } from "../settings/settings-folder.ts";
import { printPlace } from "../settings/settings-places.ts";
import { pushFolder } from "../settings/settings-push.ts";

export type FolderDraft =
  | { readonly status: "drafted"; readonly draftId: string }
  | { readonly status: "refused"; readonly problems: readonly string[] };

/** A folder as a draft, to be tested like any other. */
export async function draftOfFolder(client: SettingsClient, folder: string): Promise<FolderDraft> {
  if (!(await folderExists(folder))) {
    return refused([`There is no folder ${folder}. Make it with: baton settings pull ${folder}`]);
  }
  const pushed = await pushFolder(client, await readFolder(folder), { note: "Backtest", isPublishing: false });
  if (pushed.status === "drafted") return { status: "drafted", draftId: pushed.draftId };
  return refused(pushed.status === "refused" ? pushed.problems.map(printPlace) : [`${folder} says nothing new.`]);
}

function refused(problems: readonly string[]): FolderDraft {
  return { status: "refused", problems };
}
