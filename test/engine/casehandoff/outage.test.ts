import { afterEach, expect, it } from "vitest";
import { fakeCrmModule } from "../../../adapters/modules/fake-crm/index.ts";
import { totals } from "../../../src/core/casehandoff/counts.ts";
import type { CaseItemStatus } from "../../../src/core/casehandoff/item.ts";
import { type CrmServer, openCrmServer } from "../../adapters/modules/fake-crm/crm-server.ts";
import { type Office, openOffice, staff, to } from "./office.ts";

const minute = 60_000;
const servers: CrmServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

/** A CRM that refuses for a while: a part of what it is asked for, by what it is about. */
async function withRefusals(count: number) {
  const server = await openCrmServer();
  servers.push(server);
  server.add("lea", count);
  const outage: { refuses: (reference: string, call: number) => number | null } = { refuses: () => null };
  const asked: string[] = [];
  const through = async (url: URL, init: RequestInit): Promise<Response> => {
    const [, reference] = /deals\/([^/]+)\/owner$/.exec(url.pathname) ?? [];
    if (reference === undefined) return fetch(url, init);
    const status = outage.refuses(reference, asked.push(reference));
    return status === null ? fetch(url, init) : new Response(null, { status });
  };
  const caseModules = [fakeCrmModule({ url: server.url, token: null }, { fetch: through, clock: { now: () => 0 } })];
  const office = await openOffice([staff("lea"), staff("kim")], { caseModules });
  return { server, office, outage, asked };
}

async function referencesOf(office: Office, id: string, status: CaseItemStatus): Promise<readonly string[]> {
  const handoff = await office.now(id);
  const references: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await office.engine.caseHandoffs.items(handoff, status, { limit: 200, cursor });
    references.push(...page.items.map(({ reference }) => reference));
    cursor = page.next;
  } while (cursor !== null);
  return references.sort();
}

it("10,000 things while the system refuses: figures are true, each is named, and only what failed is tried again", {
  timeout: 180_000,
}, async () => {
  const count = 10_000;
  const { server, office, outage, asked } = await withRefusals(count);
  const stubborn = new Set([...server.deals.keys()].filter((_, index) => index % 25 === 0));
  const modules = { memberships: { isEnabled: false, target: null } };
  const { id } = await office.draft("lea", { ...to("kim"), modules });
  await office.verify(id);
  // Everything for a while, some of it for long.
  outage.refuses = (reference, call) => {
    if (call > 2_000 && call <= 4_000) return 429;
    return stubborn.has(reference) ? 500 : null;
  };
  await office.start(id);
  for (let passed = 0; passed < 12; passed++) {
    await office.pass(minute);
    const { pending, moved, failed } = totals((await office.now(id)).counts);
    expect([pending + moved + failed, moved]).toEqual([count, server.moves.length]);
  }
  expect(await office.now(id)).toMatchObject({ status: "completed-with-errors" });
  expect(await referencesOf(office, id, "failed")).toEqual([...stubborn].sort());
  expect(await referencesOf(office, id, "moved")).toHaveLength(count - stubborn.size);

  outage.refuses = () => null;
  const before = asked.length;
  await office.engine.caseHandoffs.proceed(id, "key:lead");
  await office.engine.settleAll();
  expect(await office.now(id)).toMatchObject({ status: "completed" });
  expect(asked.slice(before).sort()).toEqual([...stubborn].sort());
  expect(new Set(server.moves).size).toBe(count);
  expect(server.moves).toHaveLength(count);
});
