/** IANA's special-purpose registries, as far as they are not the public internet. */
const specialIpv4: readonly (readonly [base: string, bits: number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
];

export function isPublicIpv4(address: string): boolean {
  const value = ipv4Value(address);
  return !specialIpv4.some(([base, bits]) => value >>> (32 - bits) === ipv4Value(base) >>> (32 - bits));
}

/**
 * Only global unicast, 2000::/3, without its corners: mapped (::ffff:0:0/96), NAT64, unique local, link-local and
 * loopback addresses all lie outside it; 6to4 and Teredo carry an IPv4 address within it.
 */
export function isPublicIpv6(address: string): boolean {
  const [first = 0, second = 0] = leadingGroups(address);
  if (first >>> 13 !== 1) return false;
  if (first === 0x2002) return false;
  if (first === 0x2001 && (second < 0x200 || second === 0xdb8)) return false;
  return first !== 0x3fff;
}

function ipv4Value(address: string): number {
  return address.split(".").reduce((value, part) => ((value << 8) | Number(part)) >>> 0, 0);
}

/** The groups before `::`, or all eight. Later groups decide nothing here. */
function leadingGroups(address: string): number[] {
  const head = address.split("::")[0] ?? "";
  return head === "" ? [] : head.split(":").map((group) => Number.parseInt(group, 16));
}
