import { describe, expect, it } from "vitest";
import { type Office, openOffice, staff, to } from "./office.ts";

const ofAll = { limit: 50, cursor: null };

async function asked(office: Office, agentId: string): Promise<readonly string[]> {
  const found = await office.engine.requests.askedOf(agentId);
  return (found?.requests ?? []).map(({ conversation, ask }) => `${conversation.id} ${ask.kind}`);
}

async function ask(office: Office, id: string, kind: "assign" | "discuss", agentId: string): Promise<void> {
  const made = { type: "request-made", kind, byAgentId: "bob", agentId, role: null, note: null } as const;
  const commanded = await office.engine.command(id, made, null);
  if (commanded.status !== "committed") throw new Error(JSON.stringify(commanded));
}

describe("pending requests", () => {
  it("of colleagues go on to the new person, in the name of whoever asked", async () => {
    const office = await openOffice([staff("lea"), staff("kim"), staff("bob")]);
    const [take = "", advise = ""] = await office.give("bob", 2);
    await ask(office, take, "assign", "lea");
    await ask(office, advise, "discuss", "lea");
    const preview = await office.engine.caseHandoffs.preview("lea");
    expect(preview?.modules.map(({ id, count }) => [id, count])).toEqual([
      ["requests", 2],
      ["memberships", 1],
    ]);
    const handoff = await office.run("lea", to("kim"));
    expect(handoff.status).toBe("completed");
    expect(await asked(office, "lea")).toEqual([]);
    expect([...(await asked(office, "kim"))].sort()).toEqual([`${take} assign`, `${advise} discuss`].sort());
    expect(await office.owners([take, advise])).toEqual(["bob", "bob"]);
    expect((await office.engine.agents.get("lea"))?.holds).toEqual({});
  });

  it("of routing end for the leaver, and routing asks others", async () => {
    const office = await openOffice([staff("lea", { presence: "available", teamIds: ["support"] })]);
    await office.write("customer-9", "I want to talk to a human");
    await office.engine.settleAll();
    const [offered = ""] = await asked(office, "lea");
    expect(offered).toMatch(/ offer$/);
    await office.engine.agents.add(staff("kim", { teamIds: ["support"] }));
    await office.engine.agents.change("lea", { presence: "busy" });
    await office.run("lea", to("kim"));
    await office.engine.settleAll();
    expect(await asked(office, "lea")).toEqual([]);
    expect(await asked(office, "kim")).toEqual([offered]);
    const { items } = await office.engine.conversations.listByPhase("queue", ofAll);
    expect(items).toHaveLength(1);
  });

  it("of routing count as taken back, not as declined, and after undoing the subject is asked like anybody", async () => {
    const office = await openOffice([staff("lea", { presence: "available", teamIds: ["support"] })]);
    await office.write("customer-9", "I want to talk to a human");
    await office.engine.settleAll();
    const [conversationId = ""] = (await asked(office, "lea")).map((one) => one.split(" ")[0] ?? "");
    await office.engine.agents.add(staff("kim", { presence: "away", teamIds: ["support"] }));
    const { id } = await office.run("lea", to("kim"));
    // Not again while it is handed over, however free they are.
    expect(await asked(office, "lea")).toEqual([]);
    const { items } = await office.engine.conversations.records(conversationId, { limit: 100, afterSeq: 0 });
    const ends = items.flatMap((record) => (record.type === "request" ? [record.end] : []));
    expect(ends).toMatchObject([{ status: "withdrawn", reason: "Handed over" }]);
    expect((await office.conversation(conversationId)).control).toMatchObject({ handoff: { course: { rejected: 0 } } });
    await office.engine.caseHandoffs.undo(id, { by: "key:lead", isForced: false });
    await office.engine.settleAll();
    expect((await office.conversation(conversationId)).control).toMatchObject({ handoff: { declinedBy: [] } });
    expect(await asked(office, "lea")).toEqual([`${conversationId} offer`]);
  });
});
