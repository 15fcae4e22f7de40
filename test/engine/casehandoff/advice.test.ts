import { describe, expect, it } from "vitest";
import { type Office, openOffice, staff, to } from "./office.ts";

const page = { limit: 50, cursor: null, onlyUnread: false };

/** Whoever has it is advised by this person. */
async function advise(office: Office, id: string, agentId: string, byAgentId = "bob"): Promise<void> {
  const made = { type: "request-made", kind: "discuss", byAgentId, agentId, role: null, note: null } as const;
  await office.engine.command(id, made, null);
  const asked = await office.engine.requests.askedOf(agentId);
  const { id: requestId = "" } = asked?.requests.find(({ conversation }) => conversation.id === id) ?? {};
  const accepted = await office.engine.command(id, { type: "request-accepted", requestId, agentId }, null);
  if (accepted.status !== "committed") throw new Error(JSON.stringify(accepted));
}

async function advisers(office: Office, id: string): Promise<readonly string[]> {
  const { control } = await office.conversation(id);
  return control.phase === "human" ? control.advisers : [];
}

async function advisedBy(office: Office, agentId: string): Promise<readonly string[]> {
  return (await office.engine.requests.askedOf(agentId))?.discussions ?? [];
}

async function newsOf(office: Office, agentId: string): Promise<readonly string[]> {
  const { items } = await office.engine.notifications.inbox.list(agentId, page);
  return items.map(({ told: { kind, actorId, detail } }) => `${kind} ${actorId} ${detail}`);
}

const undo = (office: Office, id: string) => office.engine.caseHandoffs.undo(id, { by: "key:lead", isForced: false });

describe("advice to colleagues", () => {
  it("is given by the new person from then on, who need not be there to be asked, and comes back", async () => {
    const office = await openOffice([staff("lea"), staff("kim", { presence: "offline" }), staff("bob")]);
    const [id = "", other = ""] = await office.give("bob", 2);
    await advise(office, id, "lea");
    const preview = await office.engine.caseHandoffs.preview("lea");
    expect(preview?.modules[0]).toMatchObject({ id: "advice", count: 1 });
    const { id: job, status } = await office.run("lea", to("kim"));
    expect(status).toBe("completed");
    expect([await advisers(office, id), await advisers(office, other)]).toEqual([["kim"], []]);
    expect([await advisedBy(office, "lea"), await advisedBy(office, "kim")]).toEqual([[], [id]]);
    expect(await office.owners([id])).toEqual(["bob"]);
    await undo(office, job);
    await office.engine.settleAll();
    expect(await advisers(office, id)).toEqual(["lea"]);
  });

  it("ends where the new person has the conversation, and they hear of it", async () => {
    const office = await openOffice([staff("lea"), staff("bob")]);
    const [id = ""] = await office.give("bob", 1);
    await advise(office, id, "lea");
    const { id: job } = await office.run("lea", to("bob"));
    expect(await advisers(office, id)).toEqual([]);
    expect((await office.items(job))[0]).toMatchObject({
      ...{ moduleId: "advice", status: "moved", reason: "takes-part-already", placed: { type: "nobody" } },
    });
    expect(await newsOf(office, "bob")).toContain("request-ended lea null");
    await undo(office, job);
    await office.engine.settleAll();
    expect((await office.items(job))[0]).toMatchObject({ status: "left-alone", reason: "advice-ended" });
  });

  it("is not given twice by somebody who advises already, or is being asked", async () => {
    const office = await openOffice([staff("lea"), staff("kim"), staff("bob")]);
    const [advised = "", asked = ""] = await office.give("bob", 2);
    for (const id of [advised, asked]) await advise(office, id, "lea");
    await advise(office, advised, "kim");
    const made = { type: "request-made", kind: "discuss", byAgentId: "bob", role: null, note: null } as const;
    await office.engine.command(asked, { ...made, agentId: "kim" }, null);
    await office.run("lea", to("kim"));
    expect([await advisers(office, advised), await advisers(office, asked)]).toEqual([["kim"], []]);
    const [request] = (await office.engine.requests.askedOf("kim"))?.requests ?? [];
    const answer = { type: "request-accepted", requestId: request?.id ?? "", agentId: "kim" } as const;
    await office.engine.command(asked, answer, null);
    expect(await advisers(office, asked)).toEqual(["kim"]);
  });

  it("that ended, or whose conversation went to somebody else meanwhile, is left alone, both ways", async () => {
    const office = await openOffice([staff("lea"), staff("kim"), staff("bob"), staff("ida")]);
    const [over = "", gone = "", stays = ""] = await office.give("bob", 3);
    for (const id of [over, gone, stays]) await advise(office, id, "lea");
    const { id: job } = await office.draft("lea", to("kim"));
    await office.verify(job);
    await office.engine.command(over, { type: "discussion-ended", agentId: "lea", byAgentId: "bob" }, null);
    const assigned = { type: "conversation-assigned", agentId: "ida", byAgentId: null, evenIfAway: true } as const;
    await office.engine.command(gone, { ...assigned, jobId: null, tellsCustomer: false }, null);
    await advise(office, gone, "lea", "ida");
    await office.start(job);
    await office.engine.settleAll();
    const advice = async () => (await office.items(job)).filter(({ moduleId }) => moduleId === "advice");
    const outcomes = async () => new Map((await advice()).map((item) => [item.reference, [item.status, item.reason]]));
    expect(await outcomes()).toEqual(
      new Map([
        [over, ["skipped-changed", "advice-ended"]],
        [gone, ["skipped-changed", "owner-changed"]],
        [stays, ["moved", null]],
      ]),
    );
    expect(await advisers(office, gone)).toEqual(["lea"]);
    await office.engine.command(stays, { type: "discussion-ended", agentId: "kim", byAgentId: "bob" }, null);
    await undo(office, job);
    await office.engine.settleAll();
    expect(await advisers(office, stays)).toEqual([]);
    expect((await outcomes()).get(stays)).toEqual(["left-alone", "advice-ended"]);
  });
});
