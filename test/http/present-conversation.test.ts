import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ControlRecord } from "../../src/core/conversation/record.ts";
import type { Alert, Conversation, HumanControl } from "../../src/core/conversation/state.ts";
import { readConversation } from "../../src/core/conversation/upgrade.ts";
import { presentConversation } from "../../src/http/present/conversation.ts";
import { presentRecord } from "../../src/http/present/record.ts";
import { conversation as conversationSchema } from "../../src/protocol/conversations.ts";
import { record as recordSchema } from "../../src/protocol/records.ts";

const at = Date.UTC(2026, 10, 21, 9);
const folder = new URL("../fixtures/snapshots/", import.meta.url);
const snapshots = readdirSync(folder).filter((name) => name.endsWith(".json"));
const secretWords = "gold member";

function stored(name: string): Conversation {
  return readConversation(JSON.parse(readFileSync(new URL(name, folder), "utf8")));
}

const alert: Alert = {
  id: "con_1.a4",
  at,
  cause: {
    reason: "legal",
    evidence: [{ signal: "legal", detail: "lawyer", messageSeq: 3, start: 2, end: 9 }],
    decision: {
      settingsVersion: 7,
      ruleId: "legal-first",
      facts: {
        ...{ at, channelId: "main.test", channelKind: "test", signals: [], intents: [], tags: [] },
        ...{ properties: { status: { value: secretWords, isTrusted: true } }, language: null },
        ...{ hours: {}, queues: {}, botTurns: 0 },
      },
    },
  },
  destination: { type: "team", id: "legal", teamIds: ["legal"] },
  fallback: { type: "queue", id: "chat", teamIds: ["support"] },
  deadlineAt: at + 600_000,
  deadlineEffectId: "con_1.4.0",
};

describe("a conversation on the wire", () => {
  it.each(snapshots)("is as the API describes it when %s was stored", (name) => {
    const shown = presentConversation(stored(name), null);
    expect(conversationSchema.parse(shown)).toEqual(shown);
  });

  it("has who was alerted beside whoever has it, and not what it was decided by", () => {
    const before = stored("v1-human.json");
    const human: HumanControl = { ...(before.control as HumanControl), alert };
    for (const control of [human, { phase: "bot", since: at, pendingTurn: null, alert } as const]) {
      const shown = presentConversation({ ...before, control }, null);
      expect(conversationSchema.parse(shown)).toEqual(shown);
      expect(shown).toMatchObject({
        phase: control.phase,
        alert: {
          id: "con_1.a4",
          at: "2026-11-21T09:00:00.000Z",
          reason: "legal",
          evidence: [{ signal: "legal", detail: "lawyer", messageSeq: 3, start: 2, end: 9 }],
          decision: { settingsVersion: 7, ruleId: "legal-first" },
          destination: { type: "team", id: "legal" },
          fallback: { type: "queue", id: "chat" },
        },
      });
      expect(JSON.stringify(shown)).not.toContain(secretWords);
    }
  });

  it("has what the bot did, what it cost, what was offered and what is imposed", () => {
    const before = stored("v1-bot.json");
    const usage = { inputTokens: 1_200, outputTokens: 34, costMicros: 4_567 };
    const bot = { ...before.engagement.bot, turns: 3, usage };
    const shown = presentConversation(
      {
        ...before,
        engagement: { ...before.engagement, bot, offer: { seq: 4, isOpen: true, evidence: [] } },
        restraint: { type: "blocked", until: at },
        tags: ["vip"],
        properties: { plan: { value: "gold", isTrusted: false } },
      },
      null,
    );
    expect(shown).toMatchObject({
      botTurns: 3,
      usage: { inputTokens: 1_200, outputTokens: 34, costUsd: 0.004567 },
      offer: { messageSeq: 4, isOpen: true },
      restraint: { type: "blocked", until: "2026-11-21T09:00:00.000Z" },
      tags: ["vip"],
      properties: { plan: { value: "gold", isTrusted: false } },
    });
  });
});

describe("a record on the wire", () => {
  const control: ControlRecord = {
    ...{ schemaVersion: 1, type: "control", conversationId: "con_1", seq: 2, at, actor: { type: "customer" } },
    ...{ epoch: 2, engagement: 1, from: "bot", to: "queue", agentId: null, reason: { code: "started" } },
  };

  it("says by which rule and version it was decided, and no facts", () => {
    const { reason, decision } = alert.cause;
    const shown = presentRecord({ ...control, reason: { code: "handoff", handoff: reason, decision } });
    expect(shown).toMatchObject({
      reason: { code: "handoff", handoff: "legal", decision: { settingsVersion: 7, ruleId: "legal-first" } },
    });
    expect(recordSchema.parse(shown)).toEqual(shown);
    expect(JSON.stringify(shown)).not.toContain(secretWords);
  });

  it("of before there were rules says so", () => {
    const shown = presentRecord({ ...control, reason: { code: "handoff", handoff: "unsupported-message" } });
    expect(shown).toMatchObject({ reason: { handoff: "unsupported-message", decision: null } });
    expect(recordSchema.parse(shown)).toEqual(shown);
  });

  it.each(["started", "claimed", "handed-back", "reopened", "accepted", "assigned"] as const)("knows %s", (code) => {
    const shown = presentRecord({ ...control, reason: { code } });
    expect(recordSchema.parse(shown)).toEqual(shown);
  });
});
