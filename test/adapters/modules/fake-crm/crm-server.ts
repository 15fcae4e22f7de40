import type { ServerResponse } from "node:http";
import { type OutsideServer, openOutsideServer, type ReceivedCall } from "../../kit/outside-server.ts";

export interface Deal {
  readonly id: string;
  readonly kind: "deal" | "lead";
  owner: string;
  version: number;
}

export interface CrmServer {
  readonly url: string;
  readonly calls: OutsideServer["calls"];
  readonly deals: Map<string, Deal>;
  /** Changes of owner that happened, in order. */
  readonly moves: readonly string[];
  add(owner: string, count: number, kind?: Deal["kind"]): readonly string[];
  /** From now on; `null`: as usual. */
  behave(as: ((response: ServerResponse) => void) | null): void;
  /** The next change of owner happens, and its answer is lost. */
  loseNextAnswer(): void;
  close(): Promise<void>;
}

const pageSize = 100;

/** A CRM on this machine: it keeps deals and leads, and every key it has answered to. */
export async function openCrmServer(): Promise<CrmServer> {
  const server = await openOutsideServer();
  const deals = new Map<string, Deal>();
  const answered = new Map<string, number>();
  const moves: string[] = [];
  let behaviour: ((response: ServerResponse) => void) | null = null;
  let isLost = false;

  function list(response: ServerResponse, url: URL): void {
    const mine = [...deals.values()].filter(({ owner }) => owner === url.searchParams.get("owner"));
    const from = Number(url.searchParams.get("cursor") ?? 0);
    const next = from + pageSize < mine.length ? String(from + pageSize) : null;
    const items = mine.slice(from, from + pageSize).map(({ id, kind, version }) => ({ id, kind, version }));
    answer(response, 200, { items, next });
  }

  function move(response: ServerResponse, call: ReceivedCall, id: string): void {
    const key = String(call.headers["idempotency-key"]);
    const known = answered.get(key);
    if (known !== undefined) {
      answer(response, 200, { version: known });
      return;
    }
    const { from, to, version } = JSON.parse(call.body.toString());
    const deal = deals.get(id);
    if (!deal) {
      answer(response, 404, {});
      return;
    }
    const isSeen = version === null || (String(deal.version) === version && deal.owner === from);
    if (!isSeen) {
      answer(response, 409, {});
      return;
    }
    deal.owner = to;
    deal.version += 1;
    moves.push(`${id}: ${from} → ${to}`);
    answered.set(key, deal.version);
    if (isLost) {
      isLost = false;
      response.destroy();
    } else answer(response, 200, { version: deal.version });
  }

  function look(response: ServerResponse, id: string): void {
    const deal = deals.get(id);
    answer(response, deal ? 200 : 404, deal ?? {});
  }

  server.answerWith((response, call) => {
    if (behaviour) return behaviour(response);
    const url = new URL(call.path.replace(/^\/agent/, ""), "http://crm.test");
    const [, id, isMove] = /^\/(?:deal|lead)s\/([^/]+)(\/owner)?$/.exec(url.pathname) ?? [];
    if (id === undefined) return list(response, url);
    return isMove ? move(response, call, decodeURIComponent(id)) : look(response, decodeURIComponent(id));
  });
  return {
    url: server.url,
    calls: server.calls,
    deals,
    moves,
    add(owner, count, kind = "deal") {
      return Array.from({ length: count }, () => {
        const id = `${kind}-${deals.size + 1}`;
        deals.set(id, { id, kind, owner, version: 1 });
        return id;
      });
    },
    behave(as) {
      behaviour = as;
    },
    loseNextAnswer() {
      isLost = true;
    },
    close: server.close,
  };
}

function answer(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}
