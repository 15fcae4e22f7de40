import type { Packet } from "../../core/packet/packet.ts";
import type { Check } from "./outcome.ts";
import type { Expected } from "./script-expect.ts";

type ExpectedPacket = NonNullable<Expected["packet"]>;

/** What the person who takes over would be given. */
export function checkPacket(packet: Packet | null, { contains = [], ...expected }: ExpectedPacket): readonly Check[] {
  if (!packet) return [{ claim: "there is a packet", problem: "nobody is needed in this conversation" }];
  const { reason, conversation, tried } = packet;
  const found: Required<Omit<ExpectedPacket, "contains">> = {
    reason: reason.code,
    rule: reason.ruleId,
    language: conversation.language,
    botAnswers: tried.botAnswers,
    wasOfferedPerson: tried.wasOfferedPerson,
  };
  const texts = textsIn(packet);
  return [
    ...Object.entries(expected).map(([name, wanted]): Check => {
      const value = found[name as keyof typeof found];
      const claim = `packet ${name}: ${JSON.stringify(wanted)}`;
      return { claim, problem: value === wanted ? null : `found ${JSON.stringify(value)}` };
    }),
    ...contains.map((wanted): Check => {
      const isThere = texts.some((text) => text.includes(wanted));
      return {
        claim: `packet contains: ${JSON.stringify(wanted)}`,
        problem: isThere ? null : "it stands nowhere in it",
      };
    }),
  ];
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
