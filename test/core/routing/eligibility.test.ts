import { describe, expect, test } from "vitest";
import { newCourse } from "../../../src/core/conversation/course.ts";
import { biller, daily, decided, excluded, found, holding, searching } from "./searching.ts";

const shifts = [daily("early", 6, 14), daily("late", 14, 22)];
const vacation = { id: "a1", from: 0, to: null, reason: null, substituteId: null };

describe("who is meant", () => {
  test("leads take work only in the teams they are in; who is in no team takes everybody's, unless they lead", () => {
    const agents = [
      biller("lead-of-billers", { role: "lead" }),
      biller("lead-of-nobody", { role: "lead", teamIds: [] }),
      biller("admin", { role: "admin", teamIds: [] }),
      biller("seller", { teamIds: ["sellers"] }),
      biller("anywhere", { teamIds: [] }),
    ];
    expect(excluded({ agents })).toEqual({ "lead-of-billers": null, anywhere: null });
    expect(decided({ agents }).elsewhere).toBe(3);
  });

  test("when nobody took it, everybody is: also leads and other teams", () => {
    const agents = [biller("admin", { role: "admin", teamIds: [] }), biller("seller", { teamIds: ["sellers"] })];
    expect(Object.keys(excluded({ agents, handoff: { exhaustedAt: 1 } }))).toEqual(["admin", "seller"]);
  });

  test("a team as destination is asked like a queue that nobody has set up", () => {
    const agents = [biller("seller", { teamIds: ["sellers"] }), biller("robin")];
    expect(found({ agents, handoff: { destination: { type: "team", id: "sellers", teamIds: ["sellers"] } } })).toBe(
      "seller",
    );
  });
});

describe("skills", () => {
  const refunds = { skill: "refunds", level: 3, relaxAfterSeconds: 60 };
  const french = { skill: "notary", level: 1, relaxAfterSeconds: null };
  const agents = [
    biller("expert", { skills: { refunds: 4, notary: 1 }, presence: "away" }),
    biller("apprentice", { skills: { refunds: 2, notary: 1 } }),
    biller("stranger", { skills: { notary: 2 } }),
  ];

  test("are asked for with their level, and given up only after their time", () => {
    const queue = { skills: [refunds] };
    expect(excluded({ agents, queue })).toEqual({ expert: "away", apprentice: "skill", stranger: "skill" });
    expect(found({ agents, queue, afterSeconds: 59 })).toBe("nobody");
    expect(found({ agents, queue, afterSeconds: 60 })).toBe("apprentice");
    expect(decided({ agents, queue, afterSeconds: 60 }).notes).toEqual([{ code: "need-dropped", skill: "refunds" }]);
  });

  test("without a time are never given up, not even when nobody took it", () => {
    const queue = { skills: [french] };
    const unskilled = [biller("robin")];
    expect(found({ agents: unskilled, queue, afterSeconds: 90_000, handoff: { exhaustedAt: 1 } })).toBe("nobody");
    expect(found({ agents, queue })).toBe("apprentice");
  });
});

describe("the customer's language", () => {
  const agents = [
    biller("anne", { languages: ["fr-CA"], lastAssignedAt: 9 }),
    biller("ben", { languages: ["de"] }),
    biller("cleo", { languages: [] }),
  ];
  const french = { conversation: { id: "con_1", isTest: false, locale: "fr-FR" } };

  test("preferred: those who write it come first, and nobody is left out", () => {
    const queue = { language: { need: "preferred", relaxAfterSeconds: null } } as const;
    expect(found({ agents, queue, input: french })).toBe("anne");
    expect(found({ agents: agents.slice(1), queue, input: french })).toBe("ben");
  });

  test("required: only they are asked, until it is only preferred", () => {
    const queue = { language: { need: "required", relaxAfterSeconds: 30 } } as const;
    const others = agents.slice(1);
    expect(excluded({ agents: others, queue, input: french })).toEqual({ ben: "language", cleo: "language" });
    expect(found({ agents: others, queue, input: french, afterSeconds: 30 })).toBe("ben");
    expect(found({ agents, queue, input: french, afterSeconds: 30 })).toBe("anne");
  });

  test("ignored, or not known: who is next is next", () => {
    const ignored = { language: { need: "ignored", relaxAfterSeconds: null } } as const;
    const required = { language: { need: "required", relaxAfterSeconds: null } } as const;
    const unknown = { conversation: { id: "con_1", isTest: false, locale: null } };
    expect(found({ agents, queue: ignored, input: french })).toBe("ben");
    expect(found({ agents, queue: required, input: unknown })).toBe("ben");
  });
});

describe("whoever is not on duty", () => {
  const agents = [
    biller("early", { shift: "early", lastAssignedAt: 9 }),
    biller("late", { shift: "late" }),
    biller("on-holiday", { absences: [vacation] }),
    biller("away", { presence: "away" }),
  ];

  test("is not asked: a shift that is over, an absence, no presence", () => {
    expect(excluded({ agents, hours: shifts })).toEqual({
      early: null,
      late: "off-shift",
      "on-holiday": "absent",
      away: "away",
    });
    expect(excluded({ agents, hours: shifts, afterSeconds: 5 * 3_600 })).toMatchObject({
      early: "off-shift",
      late: null,
    });
  });

  test("is asked where the queue says so, always or for what is urgent, as long as they are there", () => {
    const always = { offDuty: "always" } as const;
    const urgent = { offDuty: "urgent" } as const;
    expect(excluded({ agents, hours: shifts, queue: always })).toMatchObject({
      late: null,
      "on-holiday": null,
      away: "away",
    });
    expect(excluded({ agents, hours: shifts, queue: urgent })).toMatchObject({ late: "off-shift" });
    expect(excluded({ agents, hours: shifts, queue: urgent, handoff: { priority: "urgent" } })).toMatchObject({
      late: null,
    });
  });

  test("is whoever has a shift; one that is no more binds nobody", () => {
    expect(found({ agents: [biller("robin", { shift: "of-last-year" })] })).toBe("robin");
  });
});

describe("room", () => {
  test("counts the weight of the channel and its own limit; what is idle takes none", () => {
    const load = { units: 2, channelKind: "web" };
    const agents = [
      biller("heavy", { capacity: 3, ...holding(["open", 2]) }),
      biller("roomy", { capacity: 3, ...holding(["open", 1]) }),
      biller("idle", { capacity: 3, ...holding(["idle", 3]) }),
      biller("limited", { capacity: 9, channelLimits: { web: 1 }, ...holding(["open", 1]) }),
      biller("by-mail", { capacity: 9, channelLimits: { web: 1 }, ...holding(["open", 1, "email"]) }),
    ];
    expect(excluded({ agents, input: { load } })).toEqual({
      heavy: "full",
      roomy: null,
      idle: null,
      limited: "full",
      "by-mail": null,
    });
  });

  test("rings for nobody more often at once than the settings allow", () => {
    const agents = [biller("robin", { capacity: 9, ...holding(["offered"], ["offered"]) })];
    expect(excluded({ agents, people: { ringsAtOnce: 2 } })).toEqual({ robin: "ringing" });
    expect(found({ agents, people: { ringsAtOnce: 3 } })).toBe("robin");
  });
});

describe("before anybody is searched for", () => {
  const agents = [biller("idle"), biller("robin", { lastAssignedAt: 9 }), biller("kim", { teamIds: ["sellers"] })];
  const hour = 3_600_000;
  const had = (agentId: string, hoursAgo: number) => {
    const { at } = searching({ agents });
    return { lastAgent: { agentId, at: at - hoursAgo * hour } };
  };

  test("who had the customer within the queue's hours has them back, as long as it is their team's", () => {
    const queue = { lastAgentHours: 24 };
    expect(found({ agents, queue, input: had("robin", 24) })).toBe("to robin");
    expect(decided({ agents, queue, input: had("robin", 24) }).by).toBe("last-agent");
    expect(found({ agents, queue, input: had("robin", 25) })).toBe("idle");
    expect(found({ agents, queue, input: had("kim", 1) })).toBe("idle");
    expect(found({ agents, queue: { lastAgentHours: null }, input: had("robin", 1) })).toBe("idle");
    expect(found({ agents, queue, input: had("robin", 1), handoff: { declinedBy: ["robin"] } })).toBe("idle");
  });

  test("whoever is engaged with this customer elsewhere gets it without a second ring, if they have room", () => {
    const engaged = { engaged: ["kim"] };
    expect(decided({ agents, input: engaged })).toMatchObject({
      outcome: { type: "give", agentId: "kim" },
      by: "same-customer",
    });
    const full = agents.map((agent) => (agent.id === "kim" ? { ...agent, ...holding(["open"], ["open"]) } : agent));
    expect(found({ agents: full, input: engaged })).toBe("idle");
    const away = agents.map((agent) => (agent.id === "kim" ? { ...agent, presence: "away" as const } : agent));
    expect(found({ agents: away, input: engaged })).toBe("idle");
  });

  test("what rings for somebody does not keep from them what is theirs", () => {
    const ringing = [biller("robin", { capacity: 3, ...holding(["offered"]) }), biller("idle")];
    expect(found({ agents: ringing, handoff: { preferredAgentId: "robin" } })).toBe("to robin");
  });

  test("a pull queue rings nobody; it gives back only what is somebody's already", () => {
    const queue = { mode: "pull" } as const;
    expect(decided({ agents, queue })).toMatchObject({ outcome: { type: "nobody" }, by: "pull" });
    expect(found({ agents, queue, handoff: { preferredAgentId: "robin" } })).toBe("to robin");
  });

  describe("what came in while it was closed", () => {
    const overnight = { course: newCourse("closed") };

    test("is given to whoever has room instead of ringing", () => {
      expect(found({ agents, handoff: overnight })).toBe("to idle");
      expect(found({ agents, handoff: { course: newCourse("open") } })).toBe("idle");
    });

    test("rings as by day, or waits to be claimed, where the queue says so", () => {
      expect(found({ agents, queue: { overnight: "ring" }, handoff: overnight })).toBe("idle");
      const pulled = decided({ agents, queue: { overnight: "pull" }, handoff: overnight });
      expect(pulled).toMatchObject({ outcome: { type: "nobody" }, by: "pull" });
    });

    test("rings for somebody who is there although it is still closed", () => {
      const stillClosed = { agents, hours: shifts, queue: { hours: "late" }, handoff: overnight };
      expect(found(stillClosed)).toBe("idle");
      expect(found({ ...stillClosed, afterSeconds: 5 * 3_600 })).toBe("to idle");
    });

    test("rings all the same when it is urgent, came back from somebody, or was moved to where it is open", () => {
      expect(found({ agents, handoff: { ...overnight, queues: ["night", "billing"] } })).toBe("idle");
      expect(found({ agents, handoff: { ...overnight, priority: "urgent" } })).toBe("idle");
      expect(found({ agents, handoff: { course: { ...overnight.course, returned: 1 } } })).toBe("idle");
    });
  });

  describe("what comes by e-mail", () => {
    const byEmail = { load: { units: 1, channelKind: "email" }, channelId: "main.mailbox" };

    test("rings for nobody, whatever queue it is in and whenever it came: it waits until somebody takes it", () => {
      const pulled = { outcome: { type: "nobody" }, by: "pull" };
      expect(decided({ agents, input: byEmail })).toMatchObject(pulled);
      expect(decided({ agents, input: byEmail, handoff: { course: newCourse("closed") } })).toMatchObject(pulled);
      const billers = { type: "team", id: "billers", teamIds: ["billers"] } as const;
      expect(decided({ agents, input: byEmail, handoff: { destination: billers } })).toMatchObject(pulled);
      expect(found({ agents, input: { ...byEmail, load: { units: 1, channelKind: "whatsapp" } } })).toBe("idle");
    });

    test("rings, or is given, where the queue says so", () => {
      expect(found({ agents, queue: { unhurried: "ring" }, input: byEmail })).toBe("idle");
      expect(found({ agents, queue: { unhurried: "give" }, input: byEmail })).toBe("to idle");
      expect(found({ agents, queue: { autoAccepts: true }, input: byEmail })).toBe("to idle");
      expect(decided({ agents, queue: { mode: "pull", unhurried: "ring" }, input: byEmail }).by).toBe("pull");
    });

    test("rings when it is urgent, and goes back to whoever had it", () => {
      expect(found({ agents, input: byEmail, handoff: { priority: "urgent" } })).toBe("idle");
      expect(found({ agents, input: byEmail, handoff: { preferredAgentId: "robin" } })).toBe("to robin");
    });

    test("is what the company says: other kinds, single channels, or none", () => {
      const named = (...unhurriedChannels: readonly string[]) => ({ people: { unhurriedChannels }, input: byEmail });
      expect(found({ agents, ...named() })).toBe("idle");
      expect(found({ agents, ...named("whatsapp") })).toBe("idle");
      expect(found({ agents, ...named("Main.Mailbox") })).toBe("nobody");
      const api = { load: { units: 1, channelKind: "api" }, channelId: "main.api" };
      expect(found({ agents, ...named("main.api"), input: api })).toBe("nobody");
    });
  });

  test("a queue that accepts for its people gives instead of asking", () => {
    expect(found({ agents, queue: { autoAccepts: true } })).toBe("to idle");
  });
});
