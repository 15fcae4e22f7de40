import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import type { LookupFunction } from "node:net";
import { Readable } from "node:stream";
import type { Fetch } from "../../../adapters/kit/guarded-fetch.ts";
import { isPublicIpv4, isPublicIpv6 } from "../../../adapters/kit/ip-ranges.ts";

export interface PublicFetchOptions {
  /** What a name stands for. */
  readonly resolve?: (hostname: string) => Promise<readonly LookupAddress[]>;
  readonly isPublic?: (address: LookupAddress) => boolean;
}

/**
 * For addresses that somebody typed who is not the operator. A name is resolved once, every address it stands for is
 * looked at, and the connection goes to exactly one of those: a name that points into the private network, now or a
 * moment later (DNS rebinding), reaches nothing. The built-in fetch cannot be told which address to use.
 */
export function createPublicFetch({
  resolve = resolveAll,
  isPublic = isPublicAddress,
}: PublicFetchOptions = {}): Fetch {
  const pinned: LookupFunction = (hostname, { all }, answer) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (!first || !addresses.every(isPublic)) answer(privateAddress(), []);
        else if (all) answer(null, [...addresses]);
        else answer(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => answer(error, []),
    );
  };
  return (url, init) => send(url, init, pinned);
}

function send(url: URL, { method = "GET", headers, body, signal }: RequestInit, pinned: LookupFunction) {
  const open = url.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise<Response>((resolve, reject) => {
    // No agent: a kept connection would have been made for another look-up.
    const options = { method, headers: asRecord(headers), lookup: pinned, agent: false, ...(signal ? { signal } : {}) };
    const request = open(url, options, (message) => {
      // What is thrown here would be nobody's: the whole process would end with it.
      try {
        resolve(responseOf(message));
      } catch (error) {
        message.destroy();
        reject(error);
      }
    });
    request.on("error", reject);
    // An answer that wants another protocol ends the connection without an error.
    request.on("close", () => reject(new Error("The connection ended without an answer.")));
    request.end(body as Uint8Array | null | undefined);
  });
}

/** Redirects are answers like any other: whoever wants to be called says where. */
function responseOf(message: IncomingMessage): Response {
  const { statusCode = 500, headers } = message;
  const isEmpty = statusCode === 204 || statusCode === 205 || statusCode === 304;
  if (isEmpty) message.resume();
  const body = isEmpty ? null : (Readable.toWeb(message) as ReadableStream<Uint8Array>);
  const known = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as [string, string]],
  );
  return new Response(body, { status: statusCode, headers: known });
}

function asRecord(headers: RequestInit["headers"]): Record<string, string> {
  return Object.fromEntries(new Headers(headers));
}

function resolveAll(hostname: string): Promise<LookupAddress[]> {
  return lookup(hostname, { all: true });
}

function isPublicAddress({ address, family }: LookupAddress): boolean {
  return family === 6 ? isPublicIpv6(address) : isPublicIpv4(address);
}

function privateAddress(): NodeJS.ErrnoException {
  return Object.assign(new Error("The name stands for an address in a private network."), {
    code: "ERR_PRIVATE_ADDRESS",
  });
}
