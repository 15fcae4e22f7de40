/** Content lines of iCalendar (RFC 5545, 3.1): unfolded, with their parameters apart from their value. */

export interface CalendarLine {
  /** Of the file, from 1: where it begins, if it is folded. */
  readonly number: number;
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
}

/** Why a calendar is refused. */
export interface CalendarProblem {
  readonly line: number;
  readonly message: string;
}

/** Files in the wild end lines in every way there is, and some put empty ones in between. */
export function* readLines(text: string): Generator<CalendarLine | CalendarProblem, void> {
  for (const { number, content } of unfolded(text)) {
    if (content.trim() === "") continue;
    yield readLine(number, content) ?? {
      line: number,
      message: "is neither a property (NAME:value) nor the continuation of one, which begins with a blank.",
    };
  }
}

interface Unfolded {
  readonly number: number;
  readonly content: string;
}

function* unfolded(text: string): Generator<Unfolded, void> {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  let parts: string[] = [];
  let number = 1;
  for (const [index, line] of lines.entries()) {
    if (index > 0 && (line.startsWith(" ") || line.startsWith("\t"))) {
      parts.push(line.slice(1));
      continue;
    }
    if (parts.length > 0) yield { number, content: parts.join("") };
    parts = [line];
    number = index + 1;
  }
  yield { number, content: parts.join("") };
}

const propertyName = /^[A-Za-z0-9-]+/;
/** A value may be in quotes, and only then have a colon, semicolon or comma in it; there may be several of them. */
const parameter = /;([A-Za-z0-9-]+)=((?:"[^"]*"|[^";:,])*(?:,(?:"[^"]*"|[^";:,])*)*)/y;

function readLine(number: number, content: string): CalendarLine | null {
  const name = propertyName.exec(content)?.[0];
  if (name === undefined) return null;
  const parameters = new Map<string, string>();
  let end = name.length;
  while (content[end] === ";") {
    parameter.lastIndex = end;
    const [all, key = "", value = ""] = parameter.exec(content) ?? [];
    if (all === undefined) return null;
    parameters.set(key.toUpperCase(), value.replaceAll('"', ""));
    end += all.length;
  }
  if (content[end] !== ":") return null;
  return { number, name: name.toUpperCase(), parameters, value: content.slice(end + 1) };
}

/** Of a property whose value is text (RFC 5545, 3.3.11). */
export function unescapeText(value: string): string {
  return value.replaceAll(/\\([\\;,nN])/g, (_, escaped: string) => (escaped.toLowerCase() === "n" ? "\n" : escaped));
}
