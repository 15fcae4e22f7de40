import { randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The secret of an embedded installation: made once, kept beside the data, readable by its owner alone. */
export async function installationSecret(dataDir: string): Promise<string> {
  const path = join(dataDir, "secret");
  await mkdir(dataDir, { recursive: true });
  try {
    await writeFile(path, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  const secret = (await readFile(path, "utf8")).trim();
  if (secret.length < 32) {
    throw new Error(
      `The file ${path} is damaged. Restore it from a backup, or delete it: keys made before then stop working.`,
    );
  }
  // A copied data folder may have lost its rights.
  await chmod(path, 0o600);
  return secret;
}
