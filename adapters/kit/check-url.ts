/**
 * Which addresses may be called. Judges what the URL itself says, without a look-up: a public name that resolves
 * to a private address (DNS rebinding, nip.io) is not seen here. That is enough for URLs from the operator; every other
 * one is called by a fetch that resolves and pins the address (adapters/kit/README.md).
 */
import { isPublicIpv4, isPublicIpv6 } from "./ip-ranges.ts";

export interface UrlPolicy {
  /** Loopback, private networks, link-local (cloud metadata) and names without a dot. */
  readonly allowPrivateHosts: boolean;
  readonly schemes: readonly ("https:" | "http:")[];
}

/** For URLs from the environment: the operator may well run the other side next door. */
export const operatorUrls: UrlPolicy = { allowPrivateHosts: true, schemes: ["https:", "http:"] };
/** For every other URL. */
export const foreignUrls: UrlPolicy = { allowPrivateHosts: false, schemes: ["https:"] };

export type CheckedUrl =
  | { readonly status: "allowed"; readonly url: URL }
  | { readonly status: "blocked"; readonly problem: string };

const privateSuffixes = ["localhost", "local", "internal", "intranet", "lan", "home.arpa"];

export function checkUrl(text: string, policy: UrlPolicy): CheckedUrl {
  const url = URL.parse(text);
  if (!url) return blocked("The address is not a URL.");
  if (!policy.schemes.some((scheme) => scheme === url.protocol)) {
    return blocked(`The address must begin with ${policy.schemes.map((scheme) => `${scheme}//`).join(" or ")}.`);
  }
  if (url.username || url.password) return blocked("The address must not hold a user name or password.");
  if (!policy.allowPrivateHosts && !isPublicHost(url.hostname)) {
    return blocked("The address is in a private network, which is not allowed here.");
  }
  return { status: "allowed", url };
}

/** `hostname` as URL gives it: lower case, and every spelling of an IPv4 address already as four decimals. */
function isPublicHost(hostname: string): boolean {
  if (hostname.startsWith("[")) return isPublicIpv6(hostname.slice(1, -1));
  if (/^\d+\.\d+\.\d+\.\d+$/.test(hostname)) return isPublicIpv4(hostname);
  const name = hostname.replace(/\.$/, "");
  if (!name.includes(".")) return false;
  return !privateSuffixes.some((suffix) => name.endsWith(`.${suffix}`));
}

function blocked(problem: string): CheckedUrl {
  return { status: "blocked", problem };
}
