import {
  answerReaderOf,
  type Dimension,
  type Placed,
  type ReadDimension,
  readerOf,
  type TableName,
  tableNames,
  timeOf,
} from "./dimension.ts";
import type { ReportFacts } from "./figure.ts";
import { type Filters, filterNames } from "./report-request.ts";

/** The rows that belong together, and what they have in common, dimension by dimension. */
export interface Group {
  readonly key: readonly (string | null)[];
  readonly facts: ReportFacts;
}

/** Rows that a filter can say nothing about stay: the rate of one queue is still one of all engagements. */
export function filtered(facts: ReportFacts, filters: Filters): ReportFacts {
  if (filterNames.every((name) => filters[name] === undefined)) return facts;
  const keep = placedFilter(filters);
  const handoffs = facts.handoffs.filter(keep);
  const isSplit = filterNames.every((name) => filters[name] === undefined || isOfEngagements(readerOf(name, "UTC")));
  return {
    handoffs,
    answers: filters.agent ? facts.answers.filter(placedFilter(filters, answerReaderOf)) : handoffs,
    engagements: facts.engagements.filter(keep),
    requests: facts.requests.filter(keep),
    ratings: facts.ratings.filter(keep),
    tasks: facts.tasks.filter(keep),
    hasAllEngagements: facts.hasAllEngagements || !isSplit,
  };
}

export function placedFilter(filters: Filters, reading = readerOf): (row: Placed) => boolean {
  const wanted = filterNames.flatMap((name) => {
    const values = filters[name];
    return values ? [{ read: reading(name, "UTC"), values: new Set<string | null>(values.map(fromFilter)) }] : [];
  });
  return (row) =>
    wanted.every(({ read, values }) => {
      const value = read(row, 0);
      return value === undefined || values.has(value);
    });
}

/** `none`: those without one. */
function fromFilter(value: string): string | null {
  return value === "none" ? null : value;
}

/** Whether engagements can be told apart by it. */
function isOfEngagements(read: ReadDimension): boolean {
  return read({ channelId: "", agentId: "" }, 0) !== undefined;
}

/** Only groups that have a row. The largest first; by time, in order. */
export function groupsOf(facts: ReportFacts, by: readonly Dimension[], timeZone: string): readonly Group[] {
  const readers = by.map((dimension) => readerOf(dimension, timeZone));
  const splitOf = (name: TableName, reads = readers) =>
    split<Placed>(facts[name], timeOf[name] as (row: Placed) => number, reads);
  const parts = Object.fromEntries(storedApart.map((name) => [name, splitOf(name)])) as Omit<Parts, "answers">;
  const isSame = facts.answers === facts.handoffs && !by.includes("agent");
  const answerReaders = by.map((dimension) => answerReaderOf(dimension, timeZone));
  const answers = isSame ? parts.handoffs : (splitOf("answers", answerReaders) as Parts["answers"]);
  const keys = new Map([...storedApart.flatMap((name) => [...parts[name].keys]), ...answers.keys]);
  const isSplit = readers.every(isOfEngagements);
  return [...keys].map(([id, key]) => ({
    key,
    facts: {
      handoffs: parts.handoffs.rowsOf(id),
      answers: answers.rowsOf(id),
      engagements: parts.engagements.rowsOf(id),
      requests: parts.requests.rowsOf(id),
      ratings: parts.ratings.rowsOf(id),
      tasks: parts.tasks.rowsOf(id),
      hasAllEngagements: facts.hasAllEngagements || !isSplit,
    },
  }));
}

/** Answers are handoffs: only seldom are they told apart otherwise. */
const storedApart = tableNames.filter((name) => name !== "answers");

type Parts = { readonly [Name in TableName]: Split<ReportFacts[Name][number]> };

interface Split<Row> {
  /** Of rows that say something to every dimension. */
  readonly keys: ReadonlyMap<string, readonly (string | null)[]>;
  rowsOf(id: string): readonly Row[];
}

function split<Row extends Placed>(
  rows: readonly Row[],
  at: (row: Row) => number,
  readers: readonly ReadDimension[],
): Split<Row> {
  const first = rows[0];
  // Rows of one table have the same fields: what the first has nothing to say to, none has.
  const isWhole = first !== undefined && readers.every((read) => read(first, at(first)) !== undefined);
  const known = readers.map((read) => first !== undefined && read(first, at(first)) !== undefined);
  const keys = new Map<string, readonly (string | null)[]>();
  // The very same rows for every group: what is kept by them is counted once.
  if (!known.includes(true)) return { keys, rowsOf: () => rows };
  const groups = new Map<string, Row[]>();
  const root: Branch<Row> = { next: new Map(), rows: [] };
  for (const row of rows) {
    let branch = root;
    for (const [index, read] of readers.entries()) {
      branch = branchOf(branch, known[index] ? (read(row, at(row)) ?? null) : null);
    }
    if (branch.rows.push(row) > 1) continue;
    const key = readers.map((read, index) => (known[index] ? (read(row, at(row)) ?? null) : null));
    groups.set(idOf(key, known), branch.rows);
    if (isWhole) keys.set(idOf(key, known), key);
  }
  return { keys, rowsOf: (id) => groups.get(masked(id, known)) ?? [] };
}

/** Value by value: putting an id together for each of many rows costs more than counting them. */
interface Branch<Row> {
  readonly next: Map<string | null, Branch<Row>>;
  readonly rows: Row[];
}

function branchOf<Row>({ next }: Branch<Row>, value: string | null): Branch<Row> {
  const known = next.get(value);
  if (known) return known;
  const made: Branch<Row> = { next: new Map(), rows: [] };
  next.set(value, made);
  return made;
}

const separator = "\u0000";

function idOf(key: readonly (string | null)[], known: readonly boolean[]): string {
  return key.map((value, index) => (known[index] ? (value === null ? "-" : `+${value}`) : "*")).join(separator);
}

/** Of a whole id what this table's rows can be found by. */
function masked(id: string, known: readonly boolean[]): string {
  if (known.every(Boolean)) return id;
  return id
    .split(separator)
    .map((part, index) => (known[index] ? part : "*"))
    .join(separator);
}
