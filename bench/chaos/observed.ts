/** What Baton says happened, as its own API tells it. */
export interface Observed {
  readonly conversations: readonly ObservedConversation[];
  readonly deadLetters: readonly { readonly id: string; readonly conversationId: string }[];
}

export interface ObservedConversation {
  readonly id: string;
  readonly address: string;
  readonly phase: Phase;
  readonly epoch: number;
  /** When its messages were read. */
  readonly readAt: number;
  /** In the list of its phase, and in no other. */
  readonly isListed: boolean;
  /** Of those who wait: somebody is asked to take it, after one more person came on duty. */
  readonly isOffered: boolean;
  readonly messages: readonly ObservedMessage[];
  readonly records: readonly ObservedRecord[];
}

export type Phase = "bot" | "queue" | "human" | "closed";

export interface ObservedMessage {
  readonly seq: number;
  readonly epoch: number;
  readonly author: "customer" | "bot" | "agent" | "system" | "note";
  /** Of system messages. */
  readonly moment: string | null;
  readonly text: string;
  readonly delivery: string;
}

export interface ObservedRecord {
  readonly seq: number;
  readonly type: "control" | "request" | "routing";
  readonly epoch: number;
  readonly at: number;
  readonly from: Phase | null;
  readonly to: Phase | null;
  readonly reason: string | null;
  readonly agentId: string | null;
}

export function isAutomatic({ author }: ObservedMessage): boolean {
  return author === "bot" || author === "system";
}

export function controlRecords({ records }: ObservedConversation): readonly ObservedRecord[] {
  return records.filter(({ type }) => type === "control");
}

/** Who was in control under an epoch. */
export function phaseUnder(conversation: ObservedConversation, epoch: number): Phase | null {
  return controlRecords(conversation).find((record) => record.epoch === epoch)?.to ?? null;
}

/** The id under which a message leaves. */
export function outgoingId(conversation: ObservedConversation, message: ObservedMessage): string {
  return `${conversation.id}.m${message.seq}`;
}
