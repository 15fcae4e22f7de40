import { readdir, readFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { parse } from "yaml";
import * as z from "zod";
import type { KnowledgePage } from "../../../adapters/kit/knowledge/page.ts";

const mostPages = 5_000;
const mostBytes = 512 * 1024;

/** What may stand above a page, between two lines of `---`; everything else there is somebody else's. */
const frontMatter = z.object({
  title: z.string().optional(),
  url: z.string().optional(),
  language: z.string().optional(),
});

/** Every Markdown file of a folder and the folders in it, in a fixed order. */
export async function readKnowledgeFolder(folder: string): Promise<readonly KnowledgePage[]> {
  const files = await markdownFiles(folder);
  if (files.length > mostPages) {
    throw new Error(`BATON_KNOWLEDGE_DIR has ${files.length} pages; ${mostPages} can be read.`);
  }
  return Promise.all(files.map(async (file) => pageOf(relative(folder, file), await readPage(file))));
}

async function markdownFiles(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && /\.(md|markdown)$/i.test(entry.name));
    return files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new Error(`BATON_KNOWLEDGE_DIR ${folder} cannot be read (${code}). Set it to a folder of Markdown files.`);
  }
}

async function readPage(file: string): Promise<string> {
  const bytes = await readFile(file);
  if (bytes.length <= mostBytes) return bytes.toString("utf8");
  throw new Error(`${file} has ${bytes.length} bytes; a page may have ${mostBytes}. Divide it.`);
}

function pageOf(id: string, source: string): KnowledgePage {
  const [, head = "", markdown = source] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(source) ?? [];
  const { title, url, language } = readHead(head);
  const heading = /^#\s+(.+)$/m.exec(markdown)?.[1]?.trim();
  return {
    id,
    title: title ?? heading ?? basename(id).replace(/\.\w+$/, ""),
    markdown,
    ...(url === undefined ? {} : { url }),
    ...(language === undefined ? {} : { language }),
  };
}

/** A head that cannot be read is no reason to do without the page. */
function readHead(head: string): z.output<typeof frontMatter> {
  try {
    return frontMatter.parse(parse(head) ?? {});
  } catch {
    return {};
  }
}
