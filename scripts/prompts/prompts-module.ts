import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Prompt } from "../../adapters/kit/prompts/prompt.ts";
import { readPrompt } from "./read-prompt.ts";

export const modulePath = "adapters/kit/prompts/all-prompts.ts";

/** The source of the module that holds all prompts: the edge has no files to read them from. */
export async function promptsModule(root: string): Promise<string> {
  const folder = join(root, "prompts");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".md")).sort();
  const prompts = await Promise.all(
    names.map(async (name) => readPrompt(name, await readFile(join(folder, name), "utf8"))),
  );
  return [
    "/** Made from prompts/*.md by scripts/generate-prompts.ts: edit those, then run it. */",
    'import type { Prompt } from "./prompt.ts";',
    ...prompts.map(constantOf),
    "",
  ].join("\n");
}

function constantOf({ id, version, placeholders, text }: Prompt): string {
  const name = id.replace(/-(\w)/g, (_whole, letter: string) => letter.toUpperCase());
  return `
export const ${name}Prompt: Prompt = {
  id: ${JSON.stringify(id)},
  version: ${version},
  placeholders: [${placeholders.map((placeholder) => JSON.stringify(placeholder)).join(", ")}],
  text: \`${text.replace(/[\\`]|\$(?=\{)/g, "\\$&")}\`,
};`;
}
