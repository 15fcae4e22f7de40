import type { Interval } from "../hours/open-intervals.ts";

/** In order, and those that touch are one. */
export function united(spans: readonly Interval[]): readonly Interval[] {
  const merged: Interval[] = [];
  for (const span of spans.toSorted((one, other) => one.start - other.start)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) merged[merged.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else if (span.start < span.end) merged.push(span);
  }
  return merged;
}

/** What is left of `spans` where none of `taken` is. Both in order and without overlaps, as {@link united} gives them. */
export function without(spans: readonly Interval[], taken: readonly Interval[]): readonly Interval[] {
  return spans.flatMap((span) => {
    const left: Interval[] = [];
    let { start } = span;
    for (const { start: from, end: to } of taken) {
      if (to <= start) continue;
      if (from >= span.end) break;
      if (from > start) left.push({ start, end: from });
      start = to;
    }
    if (start < span.end) left.push({ start, end: span.end });
    return left;
  });
}
