import { describe, expect, it } from "vitest";
import { readLines } from "../../src/entry/eval/read-lines.ts";
import { createRowReader, type Row } from "../../src/entry/eval/read-row.ts";

function rowsOf(file: string, ...lines: readonly string[]): readonly Row[] {
  const reader = createRowReader(file);
  return lines.map((line, index) => reader.read(line, index + 1)).filter((row) => row !== null);
}

function only(file: string, ...lines: readonly string[]): Row {
  const [row, ...others] = rowsOf(file, ...lines);
  expect(others).toEqual([]);
  if (!row) throw new Error("no row was read");
  return row;
}

describe("a line", () => {
  it("is text, language, label and note, as in the project's own files", () => {
    expect(only("authored-en.tsv", "I want a human\ten\trequest\tplain")).toEqual({
      ...{ file: "authored-en.tsv", line: 1, text: "I want a human", language: "en" },
      ...{ label: "request", source: null, note: "plain" },
    });
  });

  it("is text, language and source where the third column is no label, and the file's name is the label", () => {
    const written = "Can I talk to an agent\ten\tms-copilot:Escalate";
    const read = { language: "en", source: "ms-copilot:Escalate", note: null };
    expect(only("/data/positives-explicit.tsv", written)).toMatchObject({ ...read, label: "request" });
    expect(only("hard-negatives.tsv", written)).toMatchObject({ ...read, label: "none" });
    expect(only("unsupported.tsv", written)).toMatchObject({ ...read, label: null });
  });

  it("may have a category behind the source", () => {
    expect(only("policy-intents.tsv", "it was stolen\ten\tclinc150:report_fraud\tfraud_urgent")).toMatchObject({
      ...{ label: null, source: "clinc150:report_fraud", note: "fraud_urgent" },
    });
  });

  it("may have two columns, or one", () => {
    expect(only("requests.tsv", "Mensch bitte\tde")).toMatchObject({ language: "de", label: "request", source: null });
    expect(only("requests.tsv", "Mensch bitte\tzh-Hant")).toMatchObject({ language: "zh-Hant" });
    expect(only("mixed.tsv", "Mensch bitte\trequest")).toMatchObject({ language: null, label: "request" });
    expect(only("negatives.txt", "Wo ist mein Paket")).toMatchObject({ language: null, source: null, label: "none" });
  });

  it("keeps quotation marks, spaces and whatever else belongs to the text", () => {
    for (const text of ['"agent', 'he said "get me an agent"', " two  spaces ", "it's, well; me|you", "a\u2028b"]) {
      expect(only("none.tsv", `${text}\ten\tx:y`).text).toBe(text);
    }
  });

  it("may end in tabs, and may leave columns empty", () => {
    expect(only("none.tsv", "hello\t\t\t\t")).toMatchObject({ text: "hello", language: null, source: null });
    expect(only("none.tsv", "hello\ten\t\t\t")).toMatchObject({ language: "en", label: "none", source: null });
    expect(only("mixed.tsv", "hello\trequest\t\t")).toMatchObject({ language: null, label: "request" });
    expect(only("none.tsv", "hello\t\trequest\t")).toMatchObject({ language: null, label: "request" });
  });

  it("that is empty, or has no text, is no sentence, and the lines behind it keep their numbers", () => {
    const rows = rowsOf("none.tsv", "", "one\ten", "   ", "\ten\trequest", "\t\t", "two\ten");
    expect(rows.map(({ line, text }) => [line, text])).toEqual([
      [2, "one"],
      [6, "two"],
    ]);
  });
});

describe("a label", () => {
  it.each([
    ["request", "request Explicit EXPLICIT-REQUEST explicit_request positive handoff escalate 1 true Yes"],
    ["none", "none negative no 0 FALSE ordinary adversarial hard-negative hard_negative"],
    ["frustration", "frustration anger Frustrated"],
    ["insult", "insult abuse"],
    ["unclear", "unclear ambiguous"],
    ["self-harm", "self-harm self_harm"],
    ["threat", "threat"],
    ["legal", "legal"],
    ["privacy", "privacy"],
    ["fraud", "fraud"],
  ])("%s has several names in a column", (label, names) => {
    for (const name of names.split(" ")) expect(only("x.tsv", `hi\ten\t${name}`), name).toMatchObject({ label });
  });

  it.each([
    ["request", "positives.tsv explicit-en.tsv requests.tsv human.txt Agent_Requests.tsv positives"],
    ["none", "negatives.tsv none.tsv ordinary.tsv adversarial-de.tsv human-negatives.tsv"],
    ["frustration", "frustration.tsv positive-frustration.tsv"],
    ["insult", "insults.tsv abuse.tsv"],
    ["unclear", "ambiguous-contact.tsv unclear-requests.tsv"],
    ["self-harm", "self-harm.tsv"],
    ["legal", "legal-requests.tsv"],
    [null, "policy-intents.tsv unsupported.tsv - /agent/negatives/en.tsv nonexplicitly.tsv"],
  ])("%s is what file names say", (label, names) => {
    for (const name of names.split(" ")) expect(only(name, "hi\ten\tsomewhere"), name).toMatchObject({ label });
  });

  it("in the line wins over the name of the file", () => {
    expect(only("positives.tsv", "hi\ten\tnone")).toMatchObject({ label: "none" });
  });
});

describe("a header", () => {
  it("is recognised and is no sentence", () => {
    const header = "text\tlanguage\tlabel\tnote";
    expect(only("x.tsv", header, "hi\ten\tnone\tplain")).toMatchObject({ line: 2, label: "none", note: "plain" });
    expect(only("negatives.tsv", "Text\tLanguage", "hi\ten")).toMatchObject({ label: "none", language: "en" });
    expect(only("negatives.tsv", "sentence", "hi")).toMatchObject({ label: "none", text: "hi" });
    expect(only("x.tsv", "", header, "hi\ten\tnone")).toMatchObject({ line: 3 });
  });

  it("says what stands where, in any order", () => {
    const [header, line] = ["id\tExpected\tlocale\tutterance\torigin", "7\trequest\tpt-BR\tquero um humano\tforum"];
    expect(only("negatives.tsv", header, line)).toMatchObject({
      ...{ label: "request", language: "pt-BR", text: "quero um humano", source: "forum", note: null },
    });
  });

  it("makes a label of a kind nobody knows no label at all, and of an empty one the file's", () => {
    const header = "text\tlanguage\tlabel\tsource";
    expect(only("positives.tsv", header, "hi\ten\tcancel\thuman")).toMatchObject({ label: null, source: "human" });
    expect(only("positives.tsv", header, "hi\ten\t\tyes")).toMatchObject({ label: "request", source: "yes" });
  });

  it("is not made of a customer who says a word that columns are called by", () => {
    expect(only("none.tsv", "message\ten\tclinc150:text")).toMatchObject({ text: "message" });
    expect(only("none.tsv", "message")).toMatchObject({ text: "message" });
    expect(rowsOf("none.tsv", "hi\ten", "text\tlanguage\tlabel")).toHaveLength(2);
  });
});

describe("a file", () => {
  async function linesOf(bytes: Uint8Array, chunkSize = bytes.length): Promise<readonly string[]> {
    async function* chunks() {
      for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize);
    }
    const lines: string[] = [];
    for await (const batch of readLines(chunks())) lines.push(...batch);
    return lines;
  }
  const utf8 = (text: string) => new TextEncoder().encode(text);

  it("may end its lines in either way, and the last one or not", async () => {
    expect(await linesOf(utf8("one\r\ntwo\n\nthree"))).toEqual(["one", "two", "", "three"]);
    expect(await linesOf(utf8("one\ntwo\r\n"))).toEqual(["one", "two"]);
    expect(await linesOf(utf8(""))).toEqual([]);
  });

  it("may begin with a byte order mark, which is no text", async () => {
    expect(await linesOf(utf8("\ufefftext\tlanguage\nhi\ten"))).toEqual(["text\tlanguage", "hi\ten"]);
    const wide = Buffer.from("\ufeffpersönlich\tde\r\n人工\tzh\r\n", "utf16le");
    expect(await linesOf(wide)).toEqual(["persönlich\tde", "人工\tzh"]);
  });

  it("may arrive in any pieces, cut within letters and line ends", async () => {
    const text = "قريب\tar\r\n😀 人工\tzh\r\nżółć\tpl";
    const whole = text.split("\r\n");
    for (const chunkSize of [1, 2, 3, 5, 7]) expect(await linesOf(utf8(text), chunkSize)).toEqual(whole);
  });

  it("breaks no line at the other signs that may break one", async () => {
    expect(await linesOf(utf8("a\u2028b\u2029c\u0085d\re\nf"))).toEqual(["a\u2028b\u2029c\u0085d\re", "f"]);
  });
});
