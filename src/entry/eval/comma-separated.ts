import { open } from "node:fs/promises";
import { readHeader } from "./columns.ts";

const firstBytes = 16_384;

/**
 * A table with commas, or with the semicolons that some spreadsheets write, would be read as sentences that nobody
 * said. A file that is called `.csv` and has tabs between, or one sentence in each line, is what can be read.
 */
export async function isCommaSeparated(file: string): Promise<boolean> {
  const [first = ""] = (await beginningOf(file)).split(/\r?\n/, 1);
  if (first.includes("\t")) return false;
  if (/\.csv$/i.test(file)) return /[,;"]/.test(first);
  return [",", ";"].some((comma) => first.includes(comma) && readHeader(first.split(comma).map(unquoted)) !== null);
}

async function beginningOf(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(firstBytes), 0, firstBytes, 0);
    return buffer.toString("utf8", 0, bytesRead).replace(/^\uFEFF/, "");
  } finally {
    await handle.close();
  }
}

function unquoted(cell: string): string {
  return cell.trim().replace(/^"(.*)"$/, "$1");
}
