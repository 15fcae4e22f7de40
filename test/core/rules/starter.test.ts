import { describe, expect, test } from "vitest";
import { createPhraseIndex } from "../../../src/core/detection/phrase-index.ts";
import { read } from "../../../src/core/detection/reading.ts";
import type { SignalId } from "../../../src/core/detection/signal.ts";
import { checkHours } from "../../../src/core/hours/check-hours.ts";
import { checkRules } from "../../../src/core/rules/check-rules.ts";
import { compileRules, evaluateRules } from "../../../src/core/rules/evaluate.ts";
import { starterSettings } from "../../../src/core/settings/starter.ts";
import { facts } from "./rule-book.ts";

const kinds = ["web", "whatsapp", "email"];
const at = Date.parse("2026-11-21T12:00Z");

test.each([
  ["no channel yet", []],
  ["a widget", ["web"]],
  ["every channel", kinds],
])("the starter set is without a flaw with %s", (_, used) => {
  const channels = used.map((kind) => ({ id: `my-${kind}`, kind }));
  expect(checkRules(starterSettings, { channels, agentIds: [], at })).toEqual([]);
  expect(Object.values(starterSettings.hours).flatMap((hours) => checkHours(hours, at))).toEqual([]);
});

describe("with the starter set", () => {
  const decide = (channelKind: string, ...signals: SignalId[]) => {
    const shown = signals.map((id) => ({ id, detail: null }));
    const { outcome } = evaluateRules(compileRules(starterSettings), facts({ channelKind, signals: shown }));
    return outcome?.action === "handoff"
      ? `${"id" in outcome.destination ? outcome.destination.id : ""}, ${outcome.priority}`
      : outcome;
  };

  test.each<[string, string, SignalId[], string | null]>([
    ["who speaks of harming themselves, is urgent", "web", ["explicit-request", "self-harm"], "chat, urgent"],
    ["whatever else they speak of", "email", ["legal", "self-harm"], "chat, urgent"],
    ["so is a threat, by e-mail as well", "email", ["threat"], "chat, urgent"],
    ["a lawsuit comes first", "whatsapp", ["frustration", "legal"], "chat, high"],
    ["and by e-mail goes to those who answer e-mail", "email", ["legal", "explicit-request"], "e-mail, high"],
    ["who asks for a person gets one", "whatsapp", ["explicit-request"], "chat, normal"],
    ["and who presses the button", "web", ["person-button", "insult"], "chat, normal"],
    ["by e-mail as well", "email", ["explicit-request"], "e-mail, normal"],
    ["and so when the bot fails there", "email", ["bot-failed"], "e-mail, normal"],
    ["frustration is left to its own policy", "web", ["frustration"], null],
    ["and so is a message without signals", "email", [], null],
  ])("%s", (_, kind, signals, expected) => {
    expect(decide(kind, ...signals)).toBe(expected);
  });

  const index = createPhraseIndex(
    Object.values(starterSettings.phrases).flatMap(({ id, phrases }) => phrases.map((phrase) => ({ id, phrase }))),
  );

  test.each([
    ["Hi, I'd like to cancel my mobile phone contract please", "cancellation"],
    ["Ich möchte meinen Vertrag kündigen.", "cancellation"],
    ["Quiero darme de baja", "cancellation"],
    ["Je souhaite résilier mon abonnement", "cancellation"],
    ["Vorrei disdire il mio abbonamento", "cancellation"],
    ["Ik wil mijn abonnement per direct opzeggen", "cancellation"],
    ["Chcę wypowiedzieć umowę", "cancellation"],
    ["Quero cancelar minha assinatura", "cancellation"],
    ["Aboneliğimi iptal etmek istiyorum", "cancellation"],
    ["أريد إلغاء الاشتراك", "cancellation"],
    ["I want to make a formal complaint", "complaint"],
    ["Ich möchte mich bei Ihnen beschweren", "complaint"],
    ["Quiero poner una queja", "complaint"],
    ["Je veux faire une réclamation", "complaint"],
    ["Vorrei fare un reclamo", "complaint"],
    ["Ik wil een klacht indienen", "complaint"],
    ["Chcę złożyć reklamację", "complaint"],
    ["Quero fazer uma reclamação", "complaint"],
    ["Şikayetim var", "complaint"],
    ["أريد تقديم شكوى", "complaint"],
    ["Where is my order?", undefined],
    ["Wann kommt mein Paket?", undefined],
  ])("%s", (text, list) => {
    expect(index.find(read(text))[0]?.id).toBe(list);
  });
});
