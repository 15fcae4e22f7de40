/** Below one another, for a terminal. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const plain = rows.map((row) => row.map(inOneLine));
  const widths: number[] = [];
  for (const row of plain) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  }
  const line = (row: readonly string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ");
  return plain.map((row) => line(row).trimEnd()).join("\n");
}

/** What customers write is shown as it is, and never obeyed: a terminal takes commands in control characters. */
function inOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, " ");
}
