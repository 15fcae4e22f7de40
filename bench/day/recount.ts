import type { RequestRecord } from "../../src/core/conversation/record.ts";
import { type Counted, type CountedCase, countFigures, type EndedRequest } from "./count-figures.ts";
import { countKept } from "./count-kept.ts";
import type { Evidence } from "./evidence.ts";
import { nobody, type Reported } from "./figures.ts";
import { casesOf, type HandoffCase } from "./handoff-case.ts";
import { responsePartsOf } from "./response-parts.ts";

/**
 * The figures of the day counted again from records, messages and what people wrote down: by the formulas of
 * docs/reports.md, with nothing of the code that counts reports.
 */
export function recount(evidence: Evidence): Reported {
  const all: Counted = { cases: countedCases(evidence), answers: [], requests: requestsOf(evidence) };
  const whole = { ...all, answers: all.cases };
  const lastOwner = ({ owners }: HandoffCase) => owners.at(-1) ?? nobody;
  const { wrapUps } = evidence.diary;
  return {
    whole: countFigures(whole, evidence),
    byQueue: grouped(whole, evidence, {
      ofCase: ({ queueId }) => queueId,
      ofAnswer: ({ queueId }) => queueId,
      ofRequest: ({ queueId }) => queueId,
    }),
    byAgent: grouped(whole, evidence, {
      ofCase: lastOwner,
      // Answers are those of whoever gave them.
      ofAnswer: (one) => one.answeredBy ?? lastOwner(one),
      ofRequest: ({ agentId }) => agentId,
    }),
    marked: {
      botCouldHave: wrapUps.filter(({ botCouldHave }) => botCouldHave).length,
      wrongTeam: wrapUps.filter(({ wrongTeam }) => wrongTeam).length,
      of: wrapUps.length,
    },
    kept: countKept(all.cases, evidence),
  };
}

export function allCases({ conversations, plan }: Pick<Evidence, "conversations" | "plan">): readonly HandoffCase[] {
  return conversations.flatMap((conversation) => casesOf(conversation, plan.settings.handoff.destination.id));
}

function countedCases(evidence: Evidence): readonly CountedCase[] {
  const conversations = new Map(evidence.conversations.map((one) => [one.id, one]));
  return allCases(evidence).map((one) => {
    const records = conversations.get(one.conversationId)?.records ?? [];
    const declined = records.filter((record) => record.type === "request" && record.end?.status === "rejected");
    return {
      ...one,
      parts: responsePartsOf(one, { records }),
      declined: declined.filter(({ epoch }) => epoch === one.epoch).length,
    };
  });
}

function requestsOf({ conversations }: Evidence): readonly EndedRequest[] {
  return conversations.flatMap(({ records }) => {
    const asked = records.filter((record): record is RequestRecord => record.type === "request");
    return asked.flatMap(({ agentId, kind, decisionSeq, at, end }) => {
      if (!end || kind === "discuss") return [];
      const decision = records.find(({ seq, type }) => seq === decisionSeq && type === "routing");
      const queueId = decision?.type === "routing" ? decision.destination.id : nobody;
      return [{ agentId, queueId, how: end.status, rangMs: end.at - at }];
    });
  });
}

interface Keys {
  readonly ofCase: (one: HandoffCase) => string;
  readonly ofAnswer: (one: HandoffCase) => string;
  readonly ofRequest: (one: EndedRequest) => string;
}

function grouped(counted: Counted, evidence: Evidence, { ofCase, ofAnswer, ofRequest }: Keys) {
  const cases = Map.groupBy(counted.cases, ofCase);
  const answers = Map.groupBy(counted.answers, ofAnswer);
  const requests = Map.groupBy(counted.requests, ofRequest);
  const keys = new Set([...cases.keys(), ...answers.keys(), ...requests.keys()]);
  const groupOf = (key: string): Counted => {
    return { cases: cases.get(key) ?? [], answers: answers.get(key) ?? [], requests: requests.get(key) ?? [] };
  };
  return new Map([...keys].map((key) => [key, countFigures(groupOf(key), evidence)]));
}
