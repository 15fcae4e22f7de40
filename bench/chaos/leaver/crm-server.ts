import { once } from "node:events";
import type { ServerResponse } from "node:http";
import * as z from "zod";
import type { Random } from "../../support/random.ts";
import { sleep } from "../../support/sleep.ts";
import { type FakeServer, startFakeServer } from "../fake-server.ts";

export interface CrmServer extends FakeServer {
  /** Whose they are now, and how often each changed hands: a witness of its own. */
  readonly deals: ReadonlyMap<string, Deal>;
  add(owner: string, count: number): void;
  /** The next change happens, and its answer waits: resolves when somebody waits for it, until they are gone. */
  holdNextAnswer(): Promise<void>;
}

export interface Deal {
  readonly owner: string;
  readonly version: number;
  /** Every change that happened, by the key it was asked with. */
  readonly changes: readonly { readonly key: string; readonly to: string }[];
}

const move = z.object({ from: z.string(), to: z.string(), version: z.string().nullable() });

/** Nobody is killed after all: the call goes on, and the caller has not given up yet. */
const longestHoldMs = 4_000;

/** The company's CRM: slow, so that a process dies while it waits; and it does what one key asks for only once. */
export async function startCrmServer(random: Random): Promise<CrmServer> {
  const deals = new Map<string, Deal>();
  const held: (() => void)[] = [];

  function list(owner: string | null) {
    const mine = [...deals].filter(([, deal]) => deal.owner === owner);
    return { items: mine.map(([id, { version }]) => ({ id, kind: "deal", version })), next: null };
  }

  function changeOwner(id: string, key: string, asked: z.output<typeof move>) {
    const deal = deals.get(id);
    if (!deal) return { status: 404, body: {} };
    if (deal.changes.some((change) => change.key === key)) return { status: 200, body: { version: deal.version } };
    const isSeen = asked.version === null || (asked.version === String(deal.version) && deal.owner === asked.from);
    if (!isSeen) return { status: 409, body: {} };
    const version = deal.version + 1;
    deals.set(id, { owner: asked.to, version, changes: [...deal.changes, { key, to: asked.to }] });
    return { status: 200, body: { version } };
  }

  async function hold(response: ServerResponse): Promise<void> {
    const told = held.shift();
    if (!told) return;
    told();
    await Promise.race([once(response, "close"), sleep(longestHoldMs)]);
  }

  const server = await startFakeServer(async ({ path, headers, body, response }) => {
    const { pathname, searchParams } = new URL(path, "http://crm.invalid");
    const [, id] = /^\/deals\/([^/]+)\/owner$/.exec(pathname) ?? [];
    const answer =
      id === undefined
        ? { status: 200, body: list(searchParams.get("owner")) }
        : changeOwner(
            decodeURIComponent(id),
            headers.get("idempotency-key") ?? "",
            move.parse(JSON.parse(body.toString())),
          );
    // It is done, and nobody knows yet.
    await (id === undefined ? null : hold(response));
    await sleep(random.between(20, 80));
    response.writeHead(answer.status, { "content-type": "application/json" }).end(JSON.stringify(answer.body));
  });
  return {
    ...server,
    deals,
    holdNextAnswer: () => new Promise((resolve) => held.push(resolve)),
    add(owner, count) {
      for (let index = 1; index <= count; index++) deals.set(`deal-${index}`, { owner, version: 1, changes: [] });
    },
  };
}
