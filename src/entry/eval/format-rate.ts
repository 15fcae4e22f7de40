import type { Rate } from "./rate.ts";

export function count(n: number): string {
  return n.toLocaleString("en");
}

/** `97.2 % (95.5–98.3)`: what was seen, and what would be 95 times in 100. A dash where there was nothing to count. */
export function withInterval({ rate, low, high }: Rate): string {
  if (rate === null || low === null || high === null) return "–";
  return `${hundred(rate)} % (${hundred(low)}–${hundred(high)})`;
}

export function percent({ rate }: Rate): string {
  return rate === null ? "–" : `${hundred(rate)} %`;
}

/** To a tenth; what is rare, and more than nothing, to a hundredth. */
function hundred(share: number): string {
  return (share * 100).toFixed(share > 0 && share < 0.00995 ? 2 : 1);
}

export function milliseconds(value: number | null): string {
  return value === null ? "–" : `${value.toPrecision(2)} ms`;
}
