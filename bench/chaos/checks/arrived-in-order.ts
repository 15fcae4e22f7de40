import { isTaken, type Receipt } from "../ledger.ts";
import type { Check } from "./check.ts";

export const arrivedInOrder: Check = {
  name: "messages arrived in the order of the conversation, repetitions unchanged (I8, I10)",
  find({ ledger }) {
    const faults: string[] = [];
    const first = new Map<string, Receipt>();
    for (const receipt of ledger.receipts) {
      const { webhookId, bodyHash, isSigned } = receipt;
      if (!isSigned) faults.push(`${webhookId} came without a valid signature`);
      const before = first.get(webhookId);
      if (before && before.bodyHash !== bodyHash) faults.push(`${webhookId} was repeated with another content`);
      if (!before && isTaken(receipt)) first.set(webhookId, receipt);
    }
    const highest = new Map<string, number>();
    for (const { webhookId, conversationId } of first.values()) {
      const seq = Number(webhookId.slice(webhookId.lastIndexOf(".m") + 2));
      const before = highest.get(conversationId) ?? 0;
      if (seq < before) faults.push(`${webhookId} arrived after message ${before}`);
      highest.set(conversationId, Math.max(before, seq));
    }
    return faults;
  },
};
