import fc from "fast-check";
import { expect, it } from "vitest";
import { countItems, totals } from "../../../src/core/casehandoff/counts.ts";
import type { CaseModule } from "../../../src/ports/case-module.ts";
import { type Office, openOffice, staff, to } from "./office.ts";

const minute = 60_000;
const steps = ["work", "wait", "stop", "continue", "undo", "change", "cut", "down", "mend"] as const;
type Step = (typeof steps)[number];

interface Deal {
  owner: string;
  version: number;
}

/** `cut`: what is asked for happens, and nobody hears of it. `down`: nothing happens. */
const lines = ["mend", "cut", "down"] as const;
type Line = (typeof lines)[number];

/** A system outside that keeps what it answered under each key. */
function openCrm(count: number) {
  const deals = new Map<string, Deal>(
    Array.from({ length: count }, (_, at) => [`d${at}`, { owner: "lea", version: 1 }]),
  );
  const answered = new Map<string, number>();
  const line: { is: Line } = { is: "mend" };
  const lost = { status: "retry", error: "No answer.", retryAfterMs: null } as const;
  const module: CaseModule = {
    id: "crm",
    name: "CRM",
    async list({ id }) {
      const mine = [...deals].filter(([, { owner }]) => owner === id);
      const items = mine.map(([reference, { version }]) => ({ reference, kind: "deal", version: String(version) }));
      return { status: "listed", items, next: null };
    },
    async move({ key, reference, from, to: taker, version }) {
      if (line.is === "down") return lost;
      const deal = deals.get(reference);
      if (!deal) return { status: "missing" };
      const isSeen = version === null || (String(deal.version) === version && deal.owner === from.id);
      if (!answered.has(key) && !isSeen) return line.is === "cut" ? lost : { status: "changed" };
      if (!answered.has(key)) {
        deal.owner = taker.id;
        deal.version += 1;
        answered.set(key, deal.version);
      }
      return line.is === "cut" ? lost : { status: "moved", version: String(answered.get(key)) };
    },
    async look({ reference, among }) {
      if (line.is !== "mend") return lost;
      const owner = deals.get(reference)?.owner;
      return { status: "found", ownerId: among.find(({ id }) => id === owner)?.id ?? null };
    },
  };
  return { deals, line, module };
}

async function take(office: Office, id: string, step: Step): Promise<void> {
  const { caseHandoffs, settleAll } = office.engine;
  switch (step) {
    case "work":
      return settleAll();
    case "wait":
      // Long enough to give up asking.
      return office.pass(20 * minute);
    case "stop":
      await Promise.all([settleAll(), caseHandoffs.stop(id, "key:lead")]);
      return;
    case "continue":
      await caseHandoffs.proceed(id, "key:lead");
      return;
    case "undo":
      await caseHandoffs.undo(id, { by: "key:lead", isForced: false });
  }
}

it("is undone to the last thing that nobody else has changed, whatever was not answered before", {
  timeout: 120_000,
}, async () => {
  const anySteps = fc.array(fc.constantFrom(...steps), { minLength: 3, maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(anySteps, fc.nat(), fc.constantFrom(...lines), async (taken, seed, atFirst) => {
      const { deals, line, module } = openCrm(20);
      line.is = atFirst;
      const office = await openOffice([staff("lea"), staff("kim")], { caseModules: [module] });
      const modules = { memberships: { isEnabled: false, target: null } };
      const { id } = await office.draft("lea", { ...to("kim"), modules });
      await office.verify(id);
      await office.start(id);
      const changed = new Map<string, string>();
      for (const [turn, step] of taken.entries()) {
        const [reference, deal] = [...deals][(seed + turn) % deals.size] ?? [];
        if (step === "cut" || step === "down" || step === "mend") line.is = step;
        else if (step !== "change" || !deal || reference === undefined) await take(office, id, step);
        else {
          // Whoever has it works on it.
          deal.version += 1;
          changed.set(reference, deal.owner);
        }
      }
      // In the end the system is there, and somebody undoes what was not undone while it was not.
      line.is = "mend";
      const wasUndone = (await office.now(id)).status === "undone";
      if (!wasUndone) {
        await office.engine.caseHandoffs.stop(id, "key:lead");
        const { run } = await office.now(id);
        if (run.direction === "back") await office.engine.caseHandoffs.proceed(id, "key:lead");
        else await office.engine.caseHandoffs.undo(id, { by: "key:lead", isForced: false });
        await office.pass(60 * minute);
      }
      const [handoff, items] = [await office.now(id), await office.items(id)];
      expect(handoff.status).toBe("undone");
      expect(totals(handoff.counts)).toEqual(totals(countItems(items)));
      for (const { reference, status, reason } of items) {
        const isAway = deals.get(reference)?.owner === "kim";
        // With whoever was to have it only where people worked on it since, or where nobody could say so: by name.
        if (isAway && !changed.has(reference))
          expect([wasUndone, status, reason]).toEqual([
            true,
            expect.stringMatching(/failed|left-alone/),
            expect.stringMatching(/no-answer|unreachable/),
          ]);
        if (isAway) expect(status).toMatch(/failed|left-alone/);
        if (!isAway) expect(["returned", "pending", "left-alone", "failed", "skipped-changed"]).toContain(status);
      }
    }),
    { numRuns: 100 },
  );
});
