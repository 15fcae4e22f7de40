import { describe, expect, it } from "vitest";
import { allChecks } from "../../bench/chaos/checks/all-checks.ts";
import type { Evidence } from "../../bench/chaos/checks/check.ts";
import type { Receipt } from "../../bench/chaos/ledger.ts";
import type { ObservedConversation } from "../../bench/chaos/observed.ts";
import { sabotages } from "../../bench/chaos/sabotages/all-sabotages.ts";
import { healthyEvidence } from "./healthy-evidence.ts";

const failing = (evidence: Evidence) =>
  allChecks.filter((check) => check.find(evidence).length > 0).map(({ name }) => name);

/** The healthy run with its first conversation or its receipts changed. */
function spoiled(change: {
  conversation?: (conversation: ObservedConversation) => Partial<ObservedConversation>;
  receipt?: (receipt: Receipt, index: number) => Partial<Receipt>;
}): Evidence {
  const evidence = healthyEvidence();
  const conversations = evidence.observed.conversations.map((conversation, index) =>
    index === 0 ? { ...conversation, ...change.conversation?.(conversation) } : conversation,
  );
  const receipts = evidence.ledger.receipts.map((receipt, index) => ({
    ...receipt,
    ...change.receipt?.(receipt, index),
  }));
  return {
    ...evidence,
    ledger: { ...evidence.ledger, receipts },
    observed: { ...evidence.observed, conversations },
  };
}

describe("the checks of the crash harness", () => {
  it("find nothing in a run that kept every promise", () => {
    expect(allChecks.flatMap((check) => check.find(healthyEvidence()))).toEqual([]);
  });

  it.each(sabotages)("notice $name: $pretends", ({ apply }) => {
    expect(failing(apply(healthyEvidence()))).not.toEqual([]);
  });

  it.each(allChecks)("are all needed: $name", (check) => {
    const noticed = sabotages.filter(({ apply }) => check.find(apply(healthyEvidence())).length > 0);
    expect(noticed).not.toEqual([]);
  });

  const faults: Record<string, Evidence> = {
    "a withheld message that arrived": spoiled({
      conversation: ({ messages }) => ({ messages: messages.map((each) => ({ ...each, delivery: "withheld" })) }),
    }),
    "a message that stays queued": spoiled({
      conversation: ({ messages }) => ({
        messages: messages.map((each) => (each.author === "agent" ? { ...each, delivery: "queued" } : each)),
      }),
    }),
    "an epoch that went back": spoiled({
      conversation: ({ messages }) => ({
        messages: messages.map((each) => (each.seq === 7 ? { ...each, epoch: 2 } : each)),
      }),
    }),
    "a phase that no record tells": spoiled({ conversation: () => ({ phase: "closed" }) }),
    "a conversation that no list shows": spoiled({ conversation: () => ({ isListed: false }) }),
    "an unsigned post": spoiled({ receipt: (_, index) => ({ isSigned: index !== 2 }) }),
    "another text on the wire": spoiled({ receipt: () => ({ text: "something else" }) }),
    "a message that nobody has": spoiled({ receipt: () => ({ webhookId: "con_9.m1" }) }),
  };
  it.each(Object.entries(faults))("notice %s", (_name, evidence) => {
    expect(failing(evidence)).not.toEqual([]);
  });
});
