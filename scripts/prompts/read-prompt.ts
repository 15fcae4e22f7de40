import { parse } from "yaml";
import * as z from "zod";
import type { Prompt } from "../../adapters/kit/prompts/prompt.ts";

const frontMatter = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  version: z.number().int().positive(),
  purpose: z.string().min(1),
  placeholders: z.array(z.string().regex(/^\w+$/)),
});

/** One file of `prompts/`. Throws with what is wrong: it runs when somebody edits, never in the product. */
export function readPrompt(fileName: string, source: string): Prompt {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source.replaceAll("\r\n", "\n"));
  if (!match) throw new Error(`prompts/${fileName} has no front matter between two lines of ---.`);
  const { id, version, placeholders } = frontMatter.parse(parse(match[1] ?? ""));
  if (fileName !== `${id}.md`) throw new Error(`prompts/${fileName} says that its id is ${id}.`);
  const text = (match[2] ?? "").trim();
  const used = [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? ""))];
  const wrong = [
    ...used.filter((name) => !placeholders.includes(name)),
    ...placeholders.filter((name) => !used.includes(name)),
  ];
  if (wrong.length > 0) throw new Error(`prompts/${fileName}: ${wrong.join(", ")} must be both used and listed.`);
  return { id, version, placeholders, text };
}
