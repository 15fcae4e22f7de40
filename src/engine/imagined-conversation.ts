import { newBotControl, newEngagement } from "../core/conversation/engagement.ts";
import type { Conversation } from "../core/conversation/state.ts";

export interface Imagined extends Pick<Conversation, "locale" | "tags" | "properties"> {
  readonly at: number;
  readonly channelId: string;
}

/** A conversation that has just begun, with all that is known about it already. It is never stored. */
export function imagineConversation({ at, channelId, locale, tags, properties }: Imagined): Conversation {
  return {
    ...{ schemaVersion: 4, id: "imagined", customerId: "imagined", route: { channelId } },
    ...{ locale, localeSource: locale === null ? null : "channel", tags, properties },
    ...{ isTest: true, draftId: null, createdAt: at },
    ...{ revision: 1, epoch: 1, turn: 0, lastSeq: 0, lastRecordSeq: 1, lastCustomerAt: at, lastCustomerSeq: 0 },
    engagement: newEngagement(1, at, 1),
    restraint: null,
    lastWait: null,
    control: newBotControl(at),
  };
}
