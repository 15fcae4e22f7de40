import { type CalendarLine, type CalendarProblem, readLines } from "./read-calendar-lines.ts";

/** What stands between BEGIN and END. */
export interface Component {
  readonly kind: string;
  readonly line: number;
  readonly properties: readonly CalendarLine[];
  readonly components: readonly Component[];
}

export type ComponentsRead =
  | { readonly status: "read"; readonly calendars: readonly Component[] }
  | { readonly status: "refused"; readonly problems: readonly CalendarProblem[] };

const mostCalendarBytes = 1_000_000;
const mostEvents = 5_000;
const deepest = 8;

interface Open extends Component {
  readonly properties: CalendarLine[];
  readonly components: Component[];
}

/** The first thing that is wrong with its structure ends the reading: what follows would only be a guess. */
export function readComponents(text: string): ComponentsRead {
  if (text.length > mostCalendarBytes || new TextEncoder().encode(text).length > mostCalendarBytes) {
    return refused({ line: 1, message: `has more than ${mostCalendarBytes} bytes. Export fewer years.` });
  }
  const root: Open = { kind: "", line: 1, properties: [], components: [] };
  const open = [root];
  const count = { events: 0 };
  for (const line of readLines(text)) {
    const problem = "message" in line ? line : take(line, open, count);
    if (problem) return refused(problem);
  }
  const unended = open.at(-1);
  if (unended && unended !== root) return refused({ line: unended.line, message: `${unended.kind} has no END.` });
  if (root.components.length > 0) return { status: "read", calendars: root.components };
  return refused({ line: 1, message: "is no calendar: it has to begin with BEGIN:VCALENDAR." });
}

function take(line: CalendarLine, open: Open[], count: { events: number }): CalendarProblem | null {
  const inner = open.at(-1);
  if (!inner) return null;
  if (line.name === "BEGIN") return begin(line, inner, open, count);
  if (line.name !== "END") {
    if (open.length === 1)
      return { line: line.number, message: "stands outside of BEGIN:VCALENDAR and END:VCALENDAR." };
    inner.properties.push(line);
    return null;
  }
  if (open.length === 1 || kindOf(line) !== inner.kind) {
    const expected = open.length === 1 ? "nothing has begun" : `${inner.kind} began in line ${inner.line}`;
    return { line: line.number, message: `ends what has not begun: ${expected}.` };
  }
  open.pop();
  open.at(-1)?.components.push(inner);
  return null;
}

function begin(line: CalendarLine, inner: Open, open: Open[], count: { events: number }): CalendarProblem | null {
  const kind = kindOf(line);
  const isOutside = open.length === 1;
  if (isOutside !== (kind === "VCALENDAR")) {
    const message = isOutside ? "is no calendar: it has to begin with BEGIN:VCALENDAR." : "a calendar in a calendar.";
    return { line: line.number, message };
  }
  if (open.length > deepest) return { line: line.number, message: `nests deeper than ${deepest} levels.` };
  if (kind === "VEVENT" && inner.kind === "VCALENDAR") count.events += 1;
  if (count.events > mostEvents) {
    return { line: line.number, message: `is one event too many; there may be at most ${mostEvents}.` };
  }
  open.push({ kind, line: line.number, properties: [], components: [] });
  return null;
}

function kindOf({ value }: CalendarLine): string {
  return value.trim().toUpperCase();
}

function refused(problem: CalendarProblem): ComponentsRead {
  return { status: "refused", problems: [problem] };
}
