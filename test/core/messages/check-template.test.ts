import { describe, expect, it } from "vitest";
import { adviseOnTemplate, checkTemplate } from "../../../src/core/messages/check-template.ts";
import { compileTemplate } from "../../../src/core/messages/compile-template.ts";
import type { Moment } from "../../../src/core/messages/moment.ts";

function problems(source: string, moment: Moment = "handoff.confirmation"): readonly string[] {
  return checkTemplate(source, moment).map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe("a good text", () => {
  it.each([
    "Somebody will be with you.",
    "Hello{% if customer_name %} {{ customer_name }}{% endif %}.",
    "{% unless expected_wait %}Soon as we can.{% else %}It takes {{ expected_wait }}.{% endunless %}",
    "{% case position %}{% when '1', '2' %}Nearly.{% else %}Please wait.{% endcase %}",
    "Hello {{ customer_name | default: 'there' | append: '!' }}",
    "{%- if contact and team_name or position == '1' -%} Hello {%- endif -%} you",
    "{% if not contact %}a{% elsif team_name contains 'bill' %}b{% else %}c{% endif %}",
    "Costs { 5 } % of 100%, a { brace } and 'quotes'.",
    "ß".repeat(4_000),
  ])("is fine: %s", (source) => {
    expect(problems(source)).toEqual([]);
  });
});

describe("a text is refused", () => {
  it.each<[what: string, source: string, problem: string]>([
    [
      "for a variable that does not exist",
      "Hello\n  {{ costumer_name }}",
      "2:6 The variable `costumer_name` does not exist. Did you mean `customer_name`?",
    ],
    [
      "for a variable nobody could have meant",
      "Hello {{ weather }}",
      "1:10 The variable `weather` does not exist. What exists here: company_name, customer_name, contact, team_name, expected_wait, position.",
    ],
    [
      "for a variable of another moment",
      "Back {{ slot }}",
      "1:9 The variable `slot` is not known at this moment, only at: callback.offer, callback.confirmed.",
    ],
    [
      "for a variable in a condition",
      "{% if contakt %}a{% endif %}b",
      "1:7 The variable `contakt` does not exist. Did you mean `contact`?",
    ],
    [
      "for a part of a variable",
      "a {{ contact.first }}",
      "1:6 `contact` is a text and has no parts: `contact.first` does not exist.",
    ],
    ["for a name that is computed", "a {{ [contact] }}", "1:6 Write the name of a variable here, without brackets."],
    [
      "for what reaches behind the values",
      "a {{ constructor | upcase }}",
      "1:6 The variable `constructor` does not exist.",
    ],
    ["for a filter", "a {{ contact | upcaze }}", "1:16 The filter `upcaze` does not exist. Did you mean `upcase`?"],
    ["for the date", "a {{ 'now' | date: '%Y' }}", "1:14 The filter `date` does not exist. What exists: append,"],
    ["for a filter that is missing", "a {{ contact | }}", "1:14 A filter is missing after `|`."],
    ["for a loop", "a {% for x in y %}b{% endfor %}", "1:3 `{% for %}` is not possible: a text has no loops."],
    ["for an endless range", "a {{ (1..999999999) }}", "1:6 Ranges are not possible: a text has no loops."],
    ["for a range in a filter", "a {{ contact | default: (1..9) }}", "1:25 Ranges are not possible"],
    ["for another text", "a {% include 'b' %}", "1:3 `{% include %}` is not possible: a text cannot bring in others."],
    [
      "for a variable of its own",
      "a {% assign x = 'y' %}",
      "1:3 `{% assign %}` does not exist. What exists: if, unless, case.",
    ],
    ["for a tag", "{% iff contact %}a{% endif %}", "1:1 `{% iff %}` does not exist. Did you mean `if`?"],
    [
      "for a tag left open",
      "a\n\n {% if contact %}b",
      "3:2 `{% if contact %}` is never closed: end it with `{% endif %}`.",
    ],
    ["for a tag that belongs nowhere", "a {% else %}", "1:3 `{% else %}` has no tag before it that it belongs to."],
    ["for a second else", "{% if contact %}a{% else %}b{% else %}c{% endif %}", "1:1 There is a second `{% else %}`"],
    ["for braces left open", "Hello {{ customer_name }", "1:7 `{{` is never closed by `}}`."],
    ["for a tag's braces left open", "Hello {% if contact", "1:7 `{%` is never closed by `%}`."],
    [
      "for braces that close nothing",
      "Hello customer_name }}",
      "1:21 `}}` closes nothing: the opening braces are missing.",
    ],
    [
      "for single braces",
      "Hello {customer_name}",
      "1:7 `{customer_name}` would be sent as it stands: write `{{ customer_name }}`.",
    ],
    [
      "for an empty condition",
      "{% if %}a{% endif %}",
      "1:6 Something is missing here: a variable or a text in quotes.",
    ],
    ["for half a condition", "{% if contact and %}a{% endif %}", "1:7 Something is missing here"],
    ["for a single =", "{% if contact = 'a' %}b{% endif %}", "1:15 One `=` does not compare: write `==`."],
    ["for two values", "{{ contact team_name }} a", "1:4 This is more than one value."],
    ["for a list of values", "{{ contact, team_name }} a", "1:11 This is more than one value."],
    ["for a number among cases", "a{% case position %}{% when '0', 1 %}b{% endcase %}", '1:34 Write `{% when "1" %}`'],
    ["for being empty", " \n ", "1:1 The text is empty. To say nothing at this moment, mute it."],
    ["for saying nothing", "{% if contact == '1' %}{% endif %}", "1:1 The text is empty."],
    ["for nothing left", "{{ expected_wait }}", "1:1 Nothing is left to say when nobody knows expected_wait."],
    ["for its length", "x".repeat(4_001), "1:4001 The text has 4001 characters; at most 4000 are possible."],
  ])("%s", (_what, source, problem) => {
    const found = problems(source);
    expect(found[0]).toContain(problem);
  });

  it("with everything that is wrong, in reading order", () => {
    const source =
      "{{ contakt }} }}\n{% if team_name = 'a' %}b{% endif %}\n{{ contact | foo }}{% case a %}{% when b %}{% endcase %}";
    const places = problems(source).map((problem) => problem.split(" ")[0]);
    expect(places).toEqual(["1:4", "1:15", "2:17", "3:14", "3:28", "3:40"]);
  });

  it("whenever it could not be rendered", () => {
    for (const source of ["{% if contact %}", "{% for a in b %}{% endfor %}", "{{ a | b }}", "{{", "{% endcase %}"]) {
      expect(compileTemplate(source).status).toBe("broken");
      expect(problems(source)).not.toEqual([]);
    }
  });
});

it("asks nothing of a text that is about what is always known", () => {
  expect(problems("{{ incident_text }}", "incident.notice")).toEqual([]);
  expect(problems("{{ agent_name }}", "human.joined")).toEqual([]);
});

describe("a hint", () => {
  const hints = (source: string) =>
    adviseOnTemplate(source, "handoff.confirmation").map(({ line, column }) => `${line}:${column}`);

  it("is given where a variable may be empty and nobody asks", () => {
    expect(hints("It takes {{ expected_wait }}.\n{{ contact }}")).toEqual(["1:10", "2:1"]);
    expect(hints("{% if contact %}{{ expected_wait }}{% endif %}")).toEqual(["1:17"]);
    expect(hints("{% if contact %}{{ contact }}{% endif %} {{ contact }}")).toEqual(["1:42"]);
  });

  it.each([
    "{% if expected_wait %}It takes {{ expected_wait }}.{% endif %}",
    "{% if contact %}a{% elsif expected_wait %}{{ expected_wait }}{% endif %}",
    "{% if expected_wait %}{% if contact %}{{ contact }} {{ expected_wait }}{% endif %}{% endif %}",
    "Hello {{ customer_name | default: 'there' }}",
    "no variables",
    "{{ broken",
  ])("is not given for: %s", (source) => {
    expect(hints(source)).toEqual([]);
  });
});

describe("a text with thousands of mistakes", () => {
  it.each(["}}".repeat(2_000), "{{ a }}".repeat(570), "{% if x %}".repeat(400)])(
    "is told the first twenty",
    (source) => {
      expect(problems(source)).toHaveLength(20);
      expect(problems(source)[0]).toMatch(/^1:[147] /);
    },
  );

  it("is advised twenty times at most", () => {
    expect(adviseOnTemplate("{{ contact }}".repeat(300), "handoff.confirmation")).toHaveLength(20);
  });
});
