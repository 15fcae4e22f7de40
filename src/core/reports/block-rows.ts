import { columnOf, type StoredColumnBlock } from "./column-block.ts";
import type { Cell } from "./column-text.ts";
import type { IdNumbers, NumberedField, NumberOf } from "./id-numbers.ts";

/** The rows of a block as figures look at them. */
export interface BlockRows<Row> {
  /**
   * Views: each field is looked up in its column, which is read when a row is first asked for it. They have no fields of
   * their own, so that copying one copies nothing.
   */
  readonly rows: readonly Row[];
  /** About what it takes in memory once all of it has been looked at. */
  readonly bytes: number;
}

export function openBlock<Row>(block: StoredColumnBlock): BlockRows<Row> {
  const names = Object.keys(block.columns);
  const View = viewOf(names);
  const columns: OpenColumns = { block, names, read: names.map(() => null), numbers: null };
  const rows: object[] = [];
  for (let index = 0; index < block.rows; index++) rows.push(new View(columns, index));
  return { rows: rows as Row[], bytes: bytesOf(block, names.length) };
}

/** Of a view, the number is found once as long as the same numbers are asked for. */
export function numberIn(numbers: IdNumbers): NumberOf {
  return (row, field) => (row as Partial<KeepsNumbers>)[keptNumber]?.(field, numbers) ?? numbers.of(row[field]);
}

const keptNumber = Symbol("kept number");

interface KeepsNumbers {
  [keptNumber](field: NumberedField, numbers: IdNumbers): number;
}

interface OpenColumns {
  readonly block: StoredColumnBlock;
  readonly names: readonly string[];
  /** `null`: nobody has asked for it yet. */
  readonly read: (readonly Cell[] | null)[];
  numbers: KeptNumbers | null;
}

interface KeptNumbers {
  readonly of: IdNumbers;
  /** -1: not asked for yet. */
  readonly fields: Partial<Record<NumberedField, Int32Array>>;
}

type View = new (columns: OpenColumns, index: number) => object;

/** Rows with the same columns share one shape, which is what makes looking at them fast. There are few. */
const views = new Map<string, View>();
const mostViews = 50;

function viewOf(names: readonly string[]): View {
  const key = names.join("\n");
  const known = views.get(key);
  if (known) return known;
  if (views.size >= mostViews) views.clear();
  const made = createView(names);
  views.set(key, made);
  return made;
}

function createView(names: readonly string[]): View {
  class RowView {
    readonly #columns: OpenColumns;
    readonly #index: number;

    constructor(columns: OpenColumns, index: number) {
      this.#columns = columns;
      this.#index = index;
    }

    [keptNumber](field: NumberedField, numbers: IdNumbers): number {
      const known = numbersOf(this.#columns, field, numbers);
      const number = known[this.#index] ?? -1;
      if (number !== -1) return number;
      const found = numbers.of((this as unknown as Readonly<Record<NumberedField, string>>)[field]);
      known[this.#index] = found;
      return found;
    }

    /** The whole way in one function: a report goes it ten million times. */
    static lookUp(place: number) {
      return function (this: RowView): Cell {
        const columns = this.#columns;
        return (columns.read[place] ?? readColumn(columns, place))[this.#index] ?? null;
      };
    }
  }
  for (const [place, name] of names.entries()) {
    Object.defineProperty(RowView.prototype, name, { get: RowView.lookUp(place) });
  }
  return RowView;
}

function readColumn(columns: OpenColumns, place: number): readonly Cell[] {
  const { block, names, read } = columns;
  const cells = columnOf(block, names[place] ?? "", (other) => {
    const base = names.indexOf(other);
    return read[base] ?? readColumn(columns, base);
  });
  read[place] = cells;
  return cells;
}

function numbersOf(columns: OpenColumns, field: NumberedField, of: IdNumbers): Int32Array {
  if (columns.numbers?.of !== of) columns.numbers = { of, fields: {} };
  const { fields } = columns.numbers;
  const known = fields[field];
  if (known) return known;
  const made = new Int32Array(columns.block.rows).fill(-1);
  fields[field] = made;
  return made;
}

const bytesOfCell = 16;
const bytesOfRow = 100;

function bytesOf({ rows, columns }: StoredColumnBlock, width: number): number {
  const texts = Object.values(columns).reduce(
    (sum, column) => sum + (typeof column === "string" ? column.length : 0),
    0,
  );
  return texts + rows * (bytesOfRow + width * bytesOfCell);
}
