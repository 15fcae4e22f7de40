import { describe, expect, it } from "vitest";
import { compileTemplate } from "../../../src/core/messages/compile-template.ts";
import type { Values } from "../../../src/core/messages/variables.ts";

function render(source: string, values: Values = {}, locale = "en"): string | null {
  const template = compileTemplate(source);
  return template.status === "broken" ? null : template.render(values, locale);
}

describe("a template", () => {
  it.each<[source: string, values: Values, text: string]>([
    ["Hello {{ customer_name }}, welcome.", { customer_name: "Kim" }, "Hello Kim, welcome."],
    ["Hello {{ customer_name }}, welcome.", {}, "Hello, welcome."],
    ["Hello {{ customer_name }}!", {}, "Hello!"],
    ["Bonjour {{ customer_name }} ! Ça va ?", {}, "Bonjour ! Ça va ?"],
    ["A {{ team_name }} B", {}, "A B"],
    ["Hi {{ customer_name }} {{ contact }}! {{ slot }}", {}, "Hi!"],
    ["A\t\t B  \n \n C", {}, "A B\n\nC"],
    ["One.{% if contact %} {{ contact }}{% endif %} Two.", {}, "One. Two."],
    ["It takes {% if expected_wait %}{{ expected_wait }}{% endif %}.", {}, "It takes."],
    ["One.\n\n\n{{ contact }}\n\n\nTwo.  \n", {}, "One.\n\nTwo."],
    ["Wait ... {{ contact }}", {}, "Wait ..."],
    ["{{ customer_name | default: 'there' }}", {}, "there"],
    ["{{ team_name | upcase }} {{ team_name | capitalize }}", { team_name: "billing" }, "BILLING Billing"],
    ["{{ team_name | truncate: 5, '…' }}", { team_name: "accounting" }, "acco…"],
    ["{% case position %}{% when '1' %}next{% else %}later{% endcase %}", { position: "1" }, "next"],
    ["Hi{{ nil }}{{ empty }} {{ blank }}!", {}, "Hi!"],
    ["{% unless contact %}none{% endunless %}", { contact: "" }, "none"],
  ])("%s says: %o → %s", (source, values, text) => {
    expect(render(source, values)).toBe(text);
  });

  it.each(["contact", "contact != blank", 'contact != ""', "contact != nil", "contact != empty"])(
    "knows that nothing is known, asked as `%s`",
    (condition) => {
      const source = `{% if ${condition} %}yes{% else %}no{% endif %}`;
      expect(render(source, {})).toBe("no");
      expect(render(source, { contact: "" })).toBe("no");
      expect(render(source, { contact: "Call us." })).toBe("yes");
    },
  );

  it("compares a number with the text that a value is", () => {
    expect(render("{% if position == 1 %}next{% endif %}", { position: "1" })).toBe("next");
  });

  it.each([
    ...["{% for x in (1..9) %}x{% endfor %}", "{% include 'x' %}", "{% render 'x' %}", "{% layout 'x' %}"],
    ...["{% assign x = 'y' %}", "{% capture x %}y{% endcapture %}", "{% raw %}x{% endraw %}", "{% liquid echo 'x' %}"],
    ...["{{ 'now' | date: '%Y' }}", "{{ contact | json }}", "{{ contact | replace: 'a', 'b' }}", "{{ contact | foo }}"],
    ...["{% if contact %}", "{{ contact", "{% endif %}", "x".repeat(4_001)],
  ])("is broken with %s", (source) => {
    expect(render(source)).toBeNull();
  });

  it("reaches nothing but its values", () => {
    expect(render("a{{ constructor }}{{ __proto__ }}{{ toString }}{{ customer_name.constructor }}b")).toBe("ab");
  });

  it("says nothing instead of filling the memory", () => {
    expect(render("{{ (1..99999999) }}")).toBe("");
  });

  it("renders as deep as its length allows", () => {
    const source = `${"{% if slot %}".repeat(150)}deep${"{% endif %}".repeat(150)}`;
    expect(render(source, { slot: "now" })).toBe("deep");
  });
});

describe("a value", () => {
  it.each([
    ["{{ contact }}", "contact"],
    ["{% if x %}", "% if x %"],
    ["Bob http://evil.example/x", "Bob"],
    ["Bob www.evil.example", "Bob www. evil. example"],
    ["evil.example/free", "evil. example/free"],
    ["evil。example", "evil. example"],
    ["[Bob](http://evil.example)", ""],
    ["javascript:alert(1)", ""],
    ["bob@evil.example", ""],
    ["<b>*Bob*</b> `x` ~y~", "bBob/b x y"],
    ["Anna\nLopez\r\n\tMaria", "Anna Lopez Maria"],
    ["a\u202eb\u200bc\u0000d", "a b c d"],
    ["J.R. Smith", "J. R. Smith"],
    ["Dr. O'Neil-Straße", "Dr. O'Neil-Straße"],
    ["👨‍👩‍👧 Kim", "👨‍👩‍👧 Kim"],
  ])("%j as a customer's name is said as %j", (name, said) => {
    expect(render("<{{ customer_name }}>", { customer_name: name })).toBe(`<${said}>`);
  });

  it("is never read as a template", () => {
    expect(render("{{ contact }}", { contact: "{{ company_name }}", company_name: "Northwind" })).toBe(
      "{{ company_name }}",
    );
  });

  it("is bounded, between characters", () => {
    const said = render("{{ customer_name }}", { customer_name: "👋".repeat(100) }) ?? "";
    expect(said).toBe(`${"👋".repeat(39)}…`);
  });

  it("of the company is left as the lead wrote it", () => {
    expect(render("{{ company_name }}", { company_name: "Booking.example" })).toBe("Booking.example");
  });

  it("keeps its lines where it may have several", () => {
    expect(render("{{ incident_text }}", { incident_text: "One.\r\nTwo." })).toBe("One.\nTwo.");
  });

  it("in the other direction is set apart, so that neither turns the other", () => {
    expect(render("{{ agent_name }} is here.", { agent_name: "عمر" })).toBe("\u2068عمر\u2069 is here.");
    expect(render("انضم {{ agent_name }}.", { agent_name: "Robin" }, "ar")).toBe("انضم \u2068Robin\u2069.");
    expect(render("انضم {{ agent_name }}.", { agent_name: "عمر" }, "ar")).toBe("انضم عمر.");
    expect(render("{{ agent_name }} is here.", { agent_name: "Robin" })).toBe("Robin is here.");
  });
});
