import type { BlockRows } from "../../core/reports/block-rows.ts";
import { createIdNumbers, type IdNumbers } from "../../core/reports/id-numbers.ts";

/**
 * Blocks that were read, for the next report. Each is known by the version of its document, which the directory of its
 * day names: one that was written since is not found here. There is room for so much; what this report and the one
 * before it looked at is not given up for anything else, or a time that is too long would throw itself out again and again.
 */
export interface KeptBlocks {
  /** Another report begins. For the ids of its rows; those of rows that are kept have theirs already. */
  begin(): IdNumbers;
  find<Row>(id: string, version: number): BlockRows<Row> | null;
  keep<Row>(id: string, version: number, block: BlockRows<Row>): void;
}

export const keepNoBlocks: KeptBlocks = { begin: createIdNumbers, find: () => null, keep: () => undefined };

interface Kept {
  readonly version: number;
  readonly block: BlockRows<unknown>;
  /** The report that looked at it last. */
  readonly report: number;
}

/** Of ids that nobody asks for any more, too: some hundred thousand are those of a month. */
const mostNumbers = 1_000_000;

export function createKeptBlocks(mostBytes: number): KeptBlocks {
  /** Those that were looked at last are the last. */
  const blocks = new Map<string, Kept>();
  let [bytes, report] = [0, 0];
  let numbers = createIdNumbers();

  function forget(id: string): void {
    bytes -= blocks.get(id)?.block.bytes ?? 0;
    blocks.delete(id);
  }

  function note(id: string, kept: Kept): void {
    forget(id);
    blocks.set(id, kept);
    bytes += kept.block.bytes;
  }

  function hasRoomFor(wanted: number): boolean {
    for (const [id, kept] of blocks) {
      if (bytes + wanted <= mostBytes || kept.report >= report - 1) break;
      forget(id);
    }
    return bytes + wanted <= mostBytes;
  }

  return {
    begin() {
      report += 1;
      if (numbers.size > mostNumbers) numbers = createIdNumbers();
      return numbers;
    },
    find<Row>(id: string, version: number) {
      const kept = blocks.get(id);
      if (kept?.version !== version) return null;
      note(id, { ...kept, report });
      return kept.block as BlockRows<Row>;
    },
    keep(id, version, block) {
      forget(id);
      if (hasRoomFor(block.bytes)) note(id, { version, block, report });
    },
  };
}
