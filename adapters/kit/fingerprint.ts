/**
 * Tells two bodies under one event id apart. Not a cryptographic hash, and need not be: only bodies whose
 * signature was verified get here, and SHA-256 through Web Crypto costs ten times as much on this hot path.
 */
export function fingerprintOf(bytes: Uint8Array): string {
  let first = 0x9e3779b9;
  let second = 0x7f4a7c15;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] ?? 0;
    first = Math.imul(first ^ byte, 0x01000193);
    second = Math.imul((second << 5) ^ (second >>> 27) ^ byte, 0x2c1b3c6d);
  }
  return `${bytes.length.toString(36)}-${hex(mix(first ^ bytes.length))}${hex(mix(second ^ first))}`;
}

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function hex(value: number): string {
  return value.toString(16).padStart(8, "0");
}
