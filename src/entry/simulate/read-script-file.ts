import { readFile } from "node:fs/promises";
import { readScript, type ScriptRead } from "./read-script.ts";

export async function readScriptFile(file: string): Promise<ScriptRead> {
  try {
    return readScript(file, await readFile(file, "utf8"));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    return { status: "invalid", problems: [`${file} cannot be read (${code}). Check the path.`] };
  }
}
