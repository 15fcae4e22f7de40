import type { Delivery, Message, MessageContent } from "../../core/conversation/message.ts";
import type { MessageBody } from "../../protocol/messages.ts";
import { isoTime } from "./time.ts";

export function presentMessage(message: Message): MessageBody {
  const { conversationId, seq, at, channelId, engagement, epoch, author, content, delivery } = message;
  return {
    conversationId,
    seq,
    at: isoTime(at),
    channelId,
    engagement,
    epoch,
    author: author.type === "note" ? { ...author, isAdvice: author.isAdvice ?? false } : author,
    content: presentContent(content),
    delivery: presentDelivery(delivery),
  };
}

function presentContent(content: MessageContent): MessageBody["content"] {
  return content.type === "offer" ? { ...content, choices: [...content.choices] } : content;
}

function presentDelivery(delivery: Delivery): MessageBody["delivery"] {
  return {
    status: delivery.status,
    at: "at" in delivery ? isoTime(delivery.at) : null,
    error: "error" in delivery ? delivery.error : null,
  };
}
