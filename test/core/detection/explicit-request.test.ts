import { describe, expect, test } from "vitest";
import { read } from "../../../src/core/detection/reading.ts";
import type { Signal } from "../../../src/core/detection/signal.ts";
import { findExplicitRequest } from "../../../src/core/detection/signals/explicit-request.ts";
import { cpuTimeMs } from "./cpu-time.ts";

function hear(text: string, departmentsCount = true): Signal | null {
  return findExplicitRequest(read(text), { departmentsCount });
}

describe("a request for a person", () => {
  test.each([
    ["Hello! Can I speak to a human?", "speak to a human"],
    ["😡😡 no, get me an Ägent now", null],
    ["é́́ I want to talk to a human", "talk to a human"],
    ["this is useless, please get me a 𝐡𝐮𝐦𝐚𝐧!", "get me a 𝐡𝐮𝐦𝐚𝐧"],
    ["我想转人工", "转人工"],
  ])("is shown where it stands: %s", (text, words) => {
    const signal = hear(text);
    expect(signal && text.slice(signal.start, signal.end)).toBe(words ?? "get me an Ägent");
  });

  test("is heard at the end of a very long mail, at its place", () => {
    const text = `${"We ordered a lamp and it came broken. ".repeat(2_000)}Please connect me to a person.`;
    const signal = hear(text);
    expect(signal?.id).toBe("explicit-request");
    expect(text.slice(signal?.start, signal?.end)).toBe("connect me to a person");
  });

  test("is not put together from the two ends of a mail whose middle was not read", () => {
    const filler = "x".repeat(2_990 - "I want to talk to a".length);
    expect(hear(`${filler} I want to talk to a ${"y ".repeat(5_000)}${"z".repeat(994)} human`)).toBeNull();
  });
});

describe("a department", () => {
  test.each(["I want to speak to customer service", "connect me with the billing department", "customer service"])(
    "counts as a person, or not, as the workspace says: %s",
    (text) => {
      expect(hear(text)?.id).toBe("explicit-request");
      expect(hear(text, false)?.id).toBe("unclear-request");
    },
  );

  test("does not hide a person in it", () => {
    expect(hear("can someone from support call me", false)?.id).toBe("explicit-request");
    expect(hear("let me talk to a customer service representative", false)?.id).toBe("explicit-request");
  });
});

describe("typing", () => {
  test.each([
    ...["humannnn!!", "hum4n", "h u m a n", "h.u.m.a.n", "talktoahuman", "realperson", "reprsentatvie", "suprevisor"],
    ...["talk to an agnet", "speak with a mangaer", "customre service representative", "HUMAN HUMAN HUMAN"],
  ])("is understood: %s", (text) => {
    expect(hear(text)?.id).toBe("explicit-request");
  });

  test.each([
    "a humane offer",
    "an argent ring",
    "supervisory powers",
    "the user agents",
    "to manage it",
    "an escalator",
    "talk",
  ])("does not make a request of another word: %s", (text) => {
    expect(hear(`I want ${text}`)).toBeNull();
  });
});

describe("what others say", () => {
  test.each([
    '"Please talk to a human." is what it said',
    "> I want to talk to a human\nwhat does that mean?",
    "hello\n> connect me to an agent",
    "it says 'please talk to an agent now', where?",
    "Die Nachricht: „Ich möchte mit einem Menschen sprechen“ kam nie an",
    "The page says: speak to an agent. Where is that?",
    "translate: I want to speak to a human",
  ])("is no request: %s", (text) => {
    expect(hear(text)).toBeNull();
  });

  test.each([
    'I want a "real person"',
    '"I want to talk to a human"',
    'my 27" screen broke, I want to talk to a human',
  ])("is not what is only stressed or measured: %s", (text) => {
    expect(hear(text)?.id).toBe("explicit-request");
  });
});

describe("a request taken back", () => {
  test.each([
    "talk to a human? no thanks",
    "I need an agent. never mind, found it",
    "they told me to get an agent but I don't want to",
  ])("is none: %s", (text) => {
    expect(hear(text)).toBeNull();
  });

  test.each(["never mind that, get me a human", "no thanks. I want a human", "I want a human. No!"])(
    "is not meant by: %s",
    (text) => {
      expect(hear(text)?.id).toBe("explicit-request");
    },
  );
});

test("no text makes it slow", () => {
  const pieces = [
    "a",
    "human ",
    '"a" ',
    "“",
    "'a ",
    "no, ",
    "agent? never mind. ",
    "h u m a n ",
    "talktoahuman",
    ">",
    "\n>",
  ];
  const more = [
    "reprsentativw ",
    "人工",
    "\ufdfa",
    "\u0301",
    "someone from from ",
    "to ",
    "but ",
    "agent and ",
    "not a bot ",
  ];
  hear("a human");
  for (const piece of [...pieces, ...more, "translate: ", "said, ", "\ud800", "who can i ", "1.", "a.b.c.d ", "😀"]) {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    expect(
      cpuTimeMs(() => hear(text)),
      JSON.stringify(piece),
    ).toBeLessThan(300);
  }
});
