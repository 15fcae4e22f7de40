import { describe, expect, test } from "vitest";
import { noticeCatalogs } from "../../../src/core/notifications/built-in-catalogs.ts";
import { durationWords } from "../../../src/core/notifications/duration-words.ts";
import { excerptOf } from "../../../src/core/notifications/excerpt.ts";
import { noticeKinds } from "../../../src/core/notifications/notice.ts";
import { type HappeningFacts, languageFor, wordsFor } from "../../../src/core/notifications/words.ts";
import { noticeKinds as kindsOnTheWire } from "../../../src/protocol/notice-kinds.ts";

const now = Date.UTC(2026, 10, 21, 9);
const languages = ["en", "de", "es", "fr", "it", "nl", "pl", "pt", "tr", "ar"];

function facts(differing: Partial<HappeningFacts> = {}, happening: Partial<HappeningFacts["happening"]> = {}) {
  return {
    happening: {
      ...{ kind: "handoff-opened", conversationId: "c1", at: now, subjectId: "c1.h1", reason: "explicit-request" },
      ...{ priority: "normal", actorId: null, detail: null, ...happening },
    },
    ...{ isPersonal: false, actorName: null, placeName: "Billing", channelKind: "whatsapp" },
    ...{
      waitingSince: now - 240_000,
      timeZone: "UTC",
      end: null,
      excerpt: null,
      url: "https://b.example/c1",
      isOver: false,
      ...differing,
    },
  } as HappeningFacts;
}

const said = (what: HappeningFacts, language = "en") =>
  wordsFor([what], { language, now, isBundle: false, isForPerson: true });
const titleOf = (what: HappeningFacts, language = "en") => said(what, language).entries[0]?.title;

describe("a notification in English", () => {
  test("says who asked: Mark has sent you a chat assignment request.", () => {
    const request = { kind: "request-received", actorId: "mark" } as const;
    expect(titleOf(facts({ actorName: "Mark", isPersonal: true }, request))).toBe(
      "Mark has sent you a chat assignment request.",
    );
    expect(titleOf(facts({ isPersonal: true }, request))).toBe("You have a new chat assignment request.");
  });

  test("tells a wish for advice from one to take over", () => {
    const advice = { kind: "request-received", actorId: "mark", detail: "discuss" } as const;
    expect(titleOf(facts({ actorName: "Mark" }, advice))).toBe("Mark asks for your advice on a conversation.");
  });

  test("says why, where, how it came, how long they wait, and how urgent it is", () => {
    const [entry] = said(facts({}, { priority: "urgent" })).entries;
    expect(entry).toEqual({
      title: "A customer is waiting for a person.",
      lines: [
        { label: "Why", value: "asks for a person" },
        { label: "Queue", value: "Billing" },
        { label: "Channel", value: "whatsapp" },
        { label: "Waiting for", value: "4 minutes" },
        { label: "Priority", value: "urgent" },
      ],
      excerpt: null,
      link: { label: "Open the conversation", url: "https://b.example/c1" },
    });
  });

  test("has a subject by which a mailbox can be sorted", () => {
    expect(said(facts()).subject).toBe("A customer is waiting for a person · Billing");
    expect(said(facts({ isPersonal: true })).subject).toBe("A customer is waiting for you");
  });

  test.each([
    ["accepted", "Mark has accepted your request.", "Your request was accepted."],
    ["rejected", "Mark has declined your request.", "Your request was declined."],
    ["timed-out", "Mark did not answer your request in time.", "Your request was not answered in time."],
    ["rescinded", "Your request has ended.", "Your request has ended."],
  ])("says how a request ended: %s", (status, byName, without) => {
    const end = { status, reason: "In a meeting" };
    const ended = { kind: "request-ended", reason: null } as const;
    expect(titleOf(facts({ end, actorName: "Mark" }, ended))).toBe(byName);
    expect(titleOf(facts({ end }, ended))).toBe(without);
    expect(said(facts({ end }, ended)).entries[0]?.lines).toContainEqual({
      label: "Their answer",
      value: "In a meeting",
    });
  });

  test("names the service level that was missed, and leaves out a code it has no word for", () => {
    const lines = said(facts({}, { kind: "sla-breached", detail: "firstResponse", reason: null })).entries[0]?.lines;
    expect(lines).toContainEqual({ label: "Service level", value: "first answer" });
    const unknown = said(facts({}, { detail: "constructor", reason: "toString" as never })).entries[0]?.lines;
    expect(unknown?.map(({ label }) => label)).toEqual(["Queue", "Channel", "Waiting for"]);
  });

  test("says why a conversation was taken from them", () => {
    const taken = { kind: "conversation-taken", detail: "sla-breached" } as const;
    expect(titleOf(facts({ isPersonal: true }, taken))).toBe(
      "A conversation was taken from you, because a service level was missed.",
    );
    expect(titleOf(facts({ isPersonal: true }, { ...taken, detail: "sla-warning" }))).toBe(
      "A conversation was taken from you, because a service level is about to be missed.",
    );
  });

  test("says how many wait again, and of one alone what it says of any", () => {
    const returned = { kind: "conversations-returned", detail: "12" } as const;
    expect(titleOf(facts({}, returned))).toBe("12 conversations that somebody had are waiting again.");
    expect(titleOf(facts({}, { ...returned, detail: "1" }))).toBe("A conversation that somebody had is waiting again.");
  });

  test("warns of the end of a shift, with what is still to be handed over", () => {
    const ending = { kind: "shift-ending", conversationId: null, reason: null, detail: "3" } as const;
    const words = said(facts({ placeName: null, channelKind: null, waitingSince: null, isPersonal: true }, ending));
    expect(words.entries[0]?.lines).toEqual([{ label: "Conversations you still have", value: "3" }]);
  });

  test("stays in one line whatever a name holds", () => {
    const evil = "Mark\r\nBcc: all@shop.example\u202e\u2028";
    const words = said(facts({ placeName: evil, actorName: evil }, { kind: "task-assigned" }));
    for (const text of [words.subject, words.entries[0]?.title, words.entries[0]?.lines[1]?.value]) {
      expect(text).toMatch(/^[^\r\n\u2028\u202e]+$/);
    }
    expect(titleOf(facts({ actorName: "$& {actor}" }, { kind: "task-assigned" }))).toBe(
      "$& {actor} has given you a follow-up.",
    );
  });
});

describe("what quiet hours held back", () => {
  test("comes as one, with a count of what is not listed", () => {
    const many = Array.from({ length: 23 }, () => facts());
    const words = wordsFor(many, { language: "en", now, isBundle: true, isForPerson: true });
    expect(words.subject).toBe("What happened in your quiet hours");
    expect([words.entries.length, words.more]).toEqual([20, "And 3 more."]);
  });
});

describe.each(languages)("in %s", (language) => {
  const catalog = noticeCatalogs[language];

  test("everything has words, and nothing but a name is left to fill in", () => {
    const texts: readonly string[] = Object.values(catalog ?? {}).flatMap((part) =>
      typeof part === "string" ? [part] : Object.values(part),
    );
    expect(texts.length).toBe(39 + 11 + 26 + 3 + 4 + 3);
    for (const text of texts) {
      expect(text.replace(/\{(actor|count)\}/g, "")).toMatch(/^[^{}]*\p{L}[^{}]*$/u);
      expect(text.length).toBeLessThan(120);
      expect(text).toBe(text.trim());
    }
  });

  test("names stand where somebody did it, and only there", () => {
    for (const [name, title] of Object.entries(catalog?.titles ?? {})) {
      expect([name, title.includes("{actor}")]).toEqual([name, name.endsWith(".actor")]);
    }
  });

  test("is its own, and not the English", () => {
    if (language === "en") return;
    const same = Object.entries(catalog?.titles ?? {}).filter(([name, title]) =>
      Object.entries(noticeCatalogs.en?.titles ?? {}).some(([other, english]) => other === name && english === title),
    );
    expect(same).toEqual([]);
  });

  test("a warning of a gap in the roster says from when to when, and not that somebody waits", () => {
    const plain = { placeName: "Chat", channelKind: null, waitingSince: null, timeZone: "Europe/Berlin" } as const;
    const ahead = { kind: "nobody-on-duty", conversationId: null, reason: null } as const;
    const detail = "2026-11-22T12:00:00.000Z/2026-11-22T18:00:00.000Z";
    const warning = said(facts(plain, { ...ahead, detail }), language).entries[0];
    const [queue, from, until] = warning?.lines ?? [];
    expect([warning?.lines.length, queue?.value]).toEqual([3, "Chat"]);
    expect(from?.value).toMatch(/13[:h]00.*\(Europe\/Berlin\)$/u);
    expect(until?.value).toMatch(/19[:h]00.*\(Europe\/Berlin\)$/u);
    expect(warning?.title).not.toBe(titleOf(facts({}, { kind: "nobody-on-duty" }), language));
    // Of before an end was told, and of something that is none.
    expect(said(facts(plain, { ...ahead, detail: "2026-11-22T12:00:00.000Z" }), language).entries[0]?.lines).toEqual([
      queue,
      from,
    ]);
    expect(said(facts(plain, { ...ahead, detail: "soon" }), language).entries[0]?.lines).toEqual([queue]);
  });

  test("many conversations are told with their number, and one as one", () => {
    for (const actorName of [null, "Mark"]) {
      const many = { kind: "conversations-assigned", detail: "12", conversationId: null, reason: null } as const;
      expect(titleOf(facts({ actorName }, many), language)).toMatch(/12/);
      const single = titleOf(facts({ actorName }, { kind: "conversation-assigned" }), language);
      expect(titleOf(facts({ actorName }, { ...many, detail: "1" }), language)).toBe(single);
    }
    const braced = facts({ actorName: "{count}" }, { kind: "conversations-assigned", detail: "12" });
    expect(titleOf(braced, language)).toMatch(/\{count\}.*12|12.*\{count\}/);
  });

  test("every kind has a title for whoever is told", () => {
    for (const kind of noticeKinds) {
      for (const actorName of [null, "Mark"])
        expect(titleOf(facts({ actorName }, { kind }), language)).toMatch(/\p{L}/u);
    }
    expect(said(facts(), language).direction).toBe(language === "ar" ? "rtl" : "ltr");
  });
});

test("there are ten languages, and the kinds on the wire are the core's", () => {
  expect(Object.keys(noticeCatalogs)).toEqual(languages);
  expect(kindsOnTheWire).toEqual(noticeKinds);
});

test("the language is the person's, else the company's, else English", () => {
  expect(languageFor(["de-AT", "fr"])).toBe("de");
  expect(languageFor([null, "pt_BR"])).toBe("pt");
  expect(languageFor(["ja", "fr"])).toBe("fr");
  expect(languageFor([null, "xx"])).toBe("en");
});

test("a wait is said in the unit that fits", () => {
  const minutes = (count: number) => durationWords(count * 60_000, "en");
  expect([0, 1, 119, 120, 60 * 48].map(minutes)).toEqual(["1 minute", "1 minute", "119 minutes", "2 hours", "2 days"]);
});

describe("an excerpt", () => {
  test("has no numbers of cards and no addresses, and never more than 200 characters", () => {
    expect(excerptOf("my card 4111 1111 1111 1111\nwrite to ada@shop.example")).toBe("my card [card] write to [email]");
    expect(excerptOf("word ".repeat(500))?.length).toBeLessThanOrEqual(200);
    expect(excerptOf(`${"x ".repeat(95)} 4111 1111 1111 1111`)).not.toMatch(/4111/);
  });

  test("of nothing to read is none", () => {
    expect(excerptOf(" \n\u200b ")).toBeNull();
  });
});
