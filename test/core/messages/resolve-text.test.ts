import { describe, expect, it } from "vitest";
import type { Moment } from "../../../src/core/messages/moment.ts";
import { createTexts } from "../../../src/core/messages/resolve-text.ts";
import type { Text, TextFor, TextScope } from "../../../src/core/messages/text.ts";
import type { Values } from "../../../src/core/messages/variables.ts";

const everybody: TextScope = { rule: null, channel: null, team: null, reason: null, hours: null };
const customer: TextFor = {
  ruleId: "vip",
  channelId: "main.whatsapp",
  channelKind: "whatsapp",
  teamId: "billing",
  reason: "explicit-request",
  hours: "open",
  locale: "en",
};

function text(id: string, change: Partial<Text> = {}): Text {
  return { id, moment: "human.joined", scope: everybody, isMuted: false, byLocale: { en: `by ${id}` }, ...change };
}

function scoped(id: string, scope: Partial<TextScope>, change: Partial<Text> = {}): Text {
  return text(id, { scope: { ...everybody, ...scope }, ...change });
}

interface Asked {
  readonly to?: Partial<TextFor>;
  readonly defaultLocale?: string;
  readonly moment?: Moment;
  readonly maxLength?: number;
}

function find(
  texts: readonly Text[],
  { to = {}, defaultLocale = "en", moment = "human.joined", maxLength }: Asked = {},
) {
  const company = { name: "Northwind", defaultLocale, contact: "" };
  const byId = Object.fromEntries(texts.map((one) => [one.id, one]));
  return createTexts({ texts: byId, company }).find(moment, { ...customer, ...to }, maxLength ?? 4_000);
}

function say(texts: readonly Text[], asked: Asked = {}, values: Values = { agent_name: "Robin" }): string | null {
  const found = find(texts, asked);
  return found.status === "muted" ? null : found.render(values);
}

describe("of the lead's texts", () => {
  const heavierFirst: readonly [string, Partial<TextScope>][] = [
    ["rule", { rule: "vip" }],
    ["channel's id", { channel: "main.whatsapp" }],
    ["channel's kind", { channel: "whatsapp" }],
    ["team", { team: "billing" }],
    ["reason", { reason: "explicit-request" }],
    ["hours", { hours: "open" }],
    ["everybody", {}],
  ];

  it.each(heavierFirst.slice(0, -1).map(([name, scope], index) => [name, scope, index] as const))(
    "the one for the %s wins over all that say less, even together",
    (_name, scope, index) => {
      const lighter = heavierFirst.slice(index + 1).map(([, one]) => one);
      const alone = lighter.map((one, n) => scoped(`alone-${n}`, one));
      const together = scoped("a-together", Object.assign({}, ...lighter));
      expect(find([together, ...alone, scoped("z", scope)]).textId).toBe("z");
    },
  );

  it.each<Partial<TextScope>>([
    { rule: "other" },
    { channel: "email" },
    { team: "sales" },
    { reason: "repetition" },
    { hours: "closed" },
    { rule: "vip", hours: "holiday" },
  ])("one for others (%o) is not said", (scope) => {
    expect(find([scoped("others", scope)]).textId).toBe("built-in:human.joined:en");
  });

  it("one for a team is not said where no team is known", () => {
    expect(find([scoped("team", { team: "billing" })], { to: { teamId: null } }).textId).toBe(
      "built-in:human.joined:en",
    );
  });

  it("the first by id is said when two are for the same people, whatever their order", () => {
    expect(find([text("b"), text("a")]).textId).toBe("a");
    expect(find([text("a"), text("b")]).textId).toBe("a");
  });

  it("one for another moment is not said", () => {
    expect(find([text("a", { moment: "human.hold" })]).textId).toBe("built-in:human.joined:en");
  });
});

describe("the language", () => {
  it("comes before being specific: the customer has to understand it", () => {
    const texts = [scoped("german-rule", { rule: "vip" }, { byLocale: { de: "Hallo" } }), text("plain")];
    expect(find(texts).textId).toBe("plain");
    expect(find(texts, { to: { locale: "de-AT" } }).textId).toBe("german-rule");
  });

  it.each([
    ["de-AT", ["de", "de-AT"], "de-AT"],
    ["de_at", ["de", "de-AT"], "de-AT"],
    ["de-CH", ["de-AT", "de"], "de"],
    ["de", ["de-CH", "de-AT"], "de-AT"],
    ["pt-PT", ["pt-BR"], "pt-BR"],
  ])("%s out of %j is %s", (locale, written, said) => {
    const byLocale = Object.fromEntries(written.map((tag) => [tag, `in ${tag}`]));
    const found = find([text("a", { byLocale })], { to: { locale } });
    expect(found).toMatchObject({ status: "text", textId: "a", locale: said });
  });

  it("is the built-in one before the lead's in another", () => {
    expect(find([text("english")], { to: { locale: "fr" }, defaultLocale: "en" })).toMatchObject({
      textId: "built-in:human.joined:fr",
      locale: "fr",
    });
  });

  it("is the company's where the customer's is in no catalog: the lead's, then the built-in", () => {
    const asked = { to: { locale: "sv" }, defaultLocale: "de" };
    expect(find([text("german", { byLocale: { de: "Hallo" } })], asked).textId).toBe("german");
    expect(find([text("english")], asked).textId).toBe("built-in:human.joined:de");
  });

  it("is English where nothing else exists", () => {
    const asked = { to: { locale: "sv" }, defaultLocale: "fi" };
    expect(find([text("english")], asked).textId).toBe("english");
    expect(find([], asked).textId).toBe("built-in:human.joined:en");
  });

  it("is the company's where nobody knows the customer's", () => {
    const texts = [text("both", { byLocale: { en: "Hello", de: "Hallo" } })];
    expect(say(texts, { to: { locale: null }, defaultLocale: "de" })).toBe("Hallo");
  });

  it("may be one that no catalog has", () => {
    expect(say([text("a", { byLocale: { sv: "Hej" } })], { to: { locale: "sv-SE" } })).toBe("Hej");
  });

  it.each(["", "!!", "constructor", "__proto__", "x".repeat(500)])("%j is none", (locale) => {
    expect(find([], { to: { locale } }).textId).toBe("built-in:human.joined:en");
  });
});

describe("a muted text", () => {
  it("says nothing in any language", () => {
    const muted = text("quiet", { isMuted: true, byLocale: {} });
    expect(find([muted], { to: { locale: "fr" } })).toEqual({ status: "muted", textId: "quiet" });
    expect(find([muted], { to: { locale: null } })).toEqual({ status: "muted", textId: "quiet" });
  });

  it("gives way to a text that says more about whom it is for", () => {
    const texts = [text("quiet", { isMuted: true }), scoped("for-team", { team: "billing" })];
    expect(find(texts).textId).toBe("for-team");
  });

  it("wins over a text that says less", () => {
    expect(find([scoped("quiet", { hours: "open" }, { isMuted: true }), text("loud")]).status).toBe("muted");
  });
});

describe("what is said", () => {
  it("falls back to the built-in text where the lead's cannot be read", () => {
    const texts = [text("broken", { byLocale: { en: "Hello {% if agent_name %}" } })];
    expect(find(texts).textId).toBe("built-in:human.joined:en");
    expect(say(texts)).toBe("Robin has joined the conversation.");
  });

  it("falls back to the lead's next text where there is one", () => {
    const broken = scoped("broken", { team: "billing" }, { byLocale: { en: "{% for x in y %}" } });
    expect(say([broken, text("plain")])).toBe("by plain");
  });

  it("is the built-in text where nothing is left of the lead's", () => {
    const texts = [text("maybe", { byLocale: { de: "{% if team_name %}{{ team_name }}{% endif %}" } })];
    expect(say(texts, { to: { locale: "de" } })).toBe("Robin ist jetzt im Gespräch.");
  });

  it("is nothing at an incident that nobody wrote a word about", () => {
    expect(say([], { moment: "incident.notice" }, {})).toBe("");
  });

  it("is cut to what the channel takes", () => {
    const texts = [text("long", { byLocale: { en: "One sentence. Another one that is long." } })];
    expect(say(texts, { maxLength: 24 })).toBe("One sentence. …");
  });

  it("never throws, whatever the values hold", () => {
    const values = JSON.parse('{"agent_name":"{{ contact }}{% for %}","__proto__":"x","constructor":"y"}') as Values;
    expect(say([], {}, values)).toBe("contact % for % has joined the conversation.");
  });
});
