/**
 * Ids as whole numbers from 0 on. Reports ask of hundreds of thousands of rows whose they are: a text is looked up once,
 * and from then on there is a number.
 */
export interface IdNumbers {
  of(id: string): number;
  /** How many there are. */
  readonly size: number;
}

export function createIdNumbers(): IdNumbers {
  const numbers = new Map<string, number>();
  return {
    of(id) {
      const known = numbers.get(id);
      if (known !== undefined) return known;
      numbers.set(id, numbers.size);
      return numbers.size - 1;
    },
    get size() {
      return numbers.size;
    },
  };
}

/** Which ids of a row are asked for by number. */
export type NumberedField = "id" | "engagementId" | "customerId";

/** The number of an id of a row. Rows that are kept between reports know theirs: see block-rows.ts. */
export type NumberOf = <Field extends NumberedField>(row: Readonly<Record<Field, string>>, field: Field) => number;

/** A few of many numbers, as one byte each. */
export interface NumberSet {
  readonly size: number;
  has(number: number): boolean;
  add(number: number): void;
}

export function createNumberSet(): NumberSet {
  let [isIn, size] = [new Uint8Array(1_024), 0];
  return {
    get size() {
      return size;
    },
    has: (number) => isIn[number] === 1,
    add(number) {
      if (isIn[number] === 1) return;
      if (number >= isIn.length) {
        const larger = new Uint8Array(Math.max(number + 1, isIn.length * 2));
        larger.set(isIn);
        isIn = larger;
      }
      isIn[number] = 1;
      size += 1;
    },
  };
}
