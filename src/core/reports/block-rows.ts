import { columnOf, type StoredColumnBlock } from "./column-block.ts";
import type { Cell } from "./column-text.ts";

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
  const columns: OpenColumns = { block, names, read: names.map(() => null) };
  const rows: object[] = [];
  for (let index = 0; index < block.rows; index++) rows.push(new View(columns, index));
  return { rows: rows as Row[], bytes: bytesOf(block, names.length) };
}

interface OpenColumns {
  readonly block: StoredColumnBlock;
  readonly names: readonly string[];
  /** `null`: nobody has asked for it yet. */
  readonly read: (readonly Cell[] | null)[];
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

const bytesOfCell = 16;
const bytesOfRow = 100;

function bytesOf({ rows, columns }: StoredColumnBlock, width: number): number {
  const texts = Object.values(columns).reduce(
    (sum, column) => sum + (typeof column === "string" ? column.length : 0),
    0,
  );
  return texts + rows * (bytesOfRow + width * bytesOfCell);
}
