import type { Text } from "../../../src/core/messages/text.ts";
import type { Settings } from "../../../src/core/settings/settings.ts";
import { starterSettings } from "../../../src/core/settings/starter.ts";

export function text(id: string, byLocale: Record<string, string>, differing: Partial<Text> = {}): Text {
  const scope = { rule: null, channel: null, team: null, reason: null, hours: null };
  return { id, moment: "handoff.offer", scope, isMuted: false, byLocale, ...differing };
}

export function withTexts(...texts: readonly Text[]): Settings {
  return { ...starterSettings, texts: Object.fromEntries(texts.map((each) => [each.id, each])) };
}

export const context = {
  channels: [{ id: "main.api", kind: "api", maxTextLength: 4_000 }],
  agentIds: ["ada"],
  at: Date.UTC(2026, 10, 21),
};
