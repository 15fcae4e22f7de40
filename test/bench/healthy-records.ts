import type { ObservedMessage, ObservedRecord, ObservedRequest } from "../../bench/chaos/observed.ts";

export function numbered(
  messages: readonly (Partial<ObservedMessage> & Pick<ObservedMessage, "epoch" | "author" | "text">)[],
) {
  return messages.map((message, index): ObservedMessage => {
    const isCustomer = message.author === "customer";
    return { moment: null, delivery: isCustomer ? "none" : "sent", ...message, seq: index + 1 };
  });
}

/** Of no kind yet. */
export function record(seq: number, epoch: number, at: number): Omit<ObservedRecord, "type"> {
  return {
    seq,
    epoch,
    at,
    from: null,
    to: null,
    reason: null,
    agentId: null,
    jobId: null,
    givenTo: null,
    request: null,
  };
}

/** A change of control that is the only record of its epoch. */
export function control(
  epoch: number,
  from: ObservedRecord["from"],
  to: ObservedRecord["to"],
  reason: string,
): ObservedRecord {
  return { ...record(epoch, epoch, 100 * epoch), type: "control", from, to, reason };
}

export function asked(
  seq: number,
  agentId: string,
  request: Partial<ObservedRequest> & Pick<ObservedRequest, "end"> & { readonly at: number },
): ObservedRecord {
  const { at, ...given } = request;
  const whole = { id: `con_2.r${seq}`, kind: "offer", askedBy: null, ...given } as const;
  return { ...record(seq, seq > 5 ? 3 : 2, at), type: "request", agentId, request: whole };
}
