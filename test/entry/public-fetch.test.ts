import type { LookupAddress } from "node:dns";
import { afterEach, describe, expect, test } from "vitest";
import { createPublicFetch, type PublicFetchOptions } from "../../src/entry/node/public-fetch.ts";
import {
  answerJson,
  answerStatus,
  neverAnswer,
  type OutsideServer,
  openOutsideServer,
} from "../adapters/kit/outside-server.ts";

const open: OutsideServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

const here: LookupAddress = { address: "127.0.0.1", family: 4 };

/** A server of this machine under a public name. */
async function start(options: PublicFetchOptions) {
  const server = await openOutsideServer();
  open.push(server);
  const asked: string[] = [];
  const resolve = async (name: string) => {
    asked.push(name);
    return (options.resolve ?? (async () => [here]))(name);
  };
  const get = createPublicFetch({ ...options, resolve });
  const url = new URL(`http://hooks.shop.example:${new URL(server.url).port}/in`);
  return { server, asked, url, send: (init: RequestInit = {}) => get(url, init) };
}

const reached = (promise: Promise<Response>) =>
  promise.then(
    () => "reached",
    (error: NodeJS.ErrnoException) => error.code,
  );

describe("a call to an address that somebody typed", () => {
  test.each([
    ["loopback", [here]],
    ["cloud metadata", [{ address: "169.254.169.254", family: 4 }]],
    ["a private network", [{ address: "10.0.0.1", family: 4 }]],
    ["IPv6 of this machine", [{ address: "::1", family: 6 }]],
    ["IPv4 in the clothes of IPv6", [{ address: "::ffff:127.0.0.1", family: 6 }]],
    ["one public and one private", [{ address: "203.0.114.1", family: 4 }, here]],
    ["nothing", []],
  ])("reaches nobody when its public name stands for %s", async (_what, addresses) => {
    const { server, send } = await start({ resolve: async () => addresses });
    expect(await reached(send())).toBe("ERR_PRIVATE_ADDRESS");
    expect(server.calls).toEqual([]);
  });

  test("goes to exactly the address that was looked at, and asks for it once", async () => {
    const seen: string[] = [];
    const isPublic = ({ address }: LookupAddress) => {
      seen.push(address);
      return true;
    };
    const { server, asked, url, send } = await start({ isPublic });
    server.answerWith(answerJson({ fine: true }));
    const headers = { "webhook-id": "n1" };
    const response = await send({ method: "POST", headers, body: new TextEncoder().encode("hello") });
    expect([response.status, await response.json()]).toEqual([200, { fine: true }]);
    expect([asked, seen]).toEqual([["hooks.shop.example"], ["127.0.0.1"]]);
    expect(server.calls[0]).toMatchObject({ method: "POST", headers: { host: url.host, "webhook-id": "n1" } });
    expect(`${server.calls[0]?.body}`).toBe("hello");
  });

  test("looks at the name anew for every call, so that one which has moved inside is seen", async () => {
    let isInside = false;
    const { server, send } = await start({ isPublic: () => !isInside });
    await send();
    isInside = true;
    expect(await reached(send())).toBe("ERR_PRIVATE_ADDRESS");
    expect(server.calls).toHaveLength(1);
  });

  test("does not follow a redirect, and keeps an answer without a body", async () => {
    const { server, send } = await start({ isPublic: () => true });
    server.answerWith(answerStatus(302, { location: "http://10.0.0.1/" }));
    expect((await send()).status).toBe(302);
    server.answerWith(answerStatus(204));
    expect((await send()).body).toBeNull();
    expect(server.calls).toHaveLength(2);
  });

  test.each([999, 600, 101, 103])("fails, and hurts nobody else, when the answer's status is %i", async (status) => {
    const { server, send } = await start({ isPublic: () => true });
    const head = `HTTP/1.1 ${status} Odd\r\nUpgrade: tea\r\nConnection: upgrade\r\n\r\n`;
    server.answerWith((response) => response.socket?.end(head));
    await expect(send()).rejects.toThrow();
  });

  test("ends when it is aborted", async () => {
    const { server, send } = await start({ isPublic: () => true });
    server.answerWith(neverAnswer);
    const controller = new AbortController();
    const call = send({ signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
  });
});
