/** RFC 4180: CRLF, quotes where they are needed. Nothing a spreadsheet opens is ever run as a formula. */
export function csvLine(cells: readonly (string | number | boolean | null)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(value: string | number | boolean | null): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const defused = dangerous.test(value) ? `'${value}` : value;
  return /["\t\r\n,;]/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}

/** A quote in front makes it text to Excel, LibreOffice and Google Sheets; also behind blanks, which they skip. */
const dangerous = /^(?:\s|\p{Cc})*[=+\-@＝＋－＠]|^[\t\r\n]/u;
