import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv } from "../../../src/core/customers/read-csv.ts";
import { readCustomerLines } from "../../../src/core/customers/read-lines.ts";

describe("comma-separated values", () => {
  const recordsOf = (text: string) => {
    const read = readCsv(text);
    return read.status === "read" ? read.records.map(({ line, fields }) => [line, ...fields]) : read;
  };

  test.each<[string, string, unknown]>([
    [
      "plain lines",
      "a,b\nc,d\n",
      [
        [1, "a", "b"],
        [2, "c", "d"],
      ],
    ],
    [
      "quotes, commas and breaks within quotes",
      '"a ""b""","c,\nd"\ne,f',
      [
        [1, 'a "b"', "c,\nd"],
        [3, "e", "f"],
      ],
    ],
    [
      "a byte order mark and Windows' line ends",
      "\uFEFFa,b\r\n\r\nc,\r\n",
      [
        [1, "a", "b"],
        [3, "c", ""],
      ],
    ],
    [
      "semicolons, where the first line has no comma",
      "a;b\nc;1,5",
      [
        [1, "a", "b"],
        [2, "c", "1,5"],
      ],
    ],
    ["an empty last value", "a,", [[1, "a", ""]]],
    ["nothing", "", []],
  ])("are read: %s", (_what, text, records) => {
    expect(recordsOf(text)).toEqual(records);
  });

  test.each([
    ["a quote that is never closed", 'a,b\n"c', 2],
    ["something behind a closing quote", 'a\n"b"c', 2],
    ["a quote within a value", 'a"b', 1],
  ])("are refused with the line: %s", (_what, text, line) => {
    expect(readCsv(text)).toMatchObject({ status: "broken", line });
  });

  test.each([
    ["nothing but separators", ",".repeat(5_000_000), 1, "A line holds at most 100 values."],
    ["one line with too many values", `a,b\n${",".repeat(100)}`, 2, "A line holds at most 100 values."],
    ["nothing but line breaks", "\n".repeat(600_001), 600_001, "A file holds at most 600000 values"],
    ["short lines without an end", "a,b,c\n".repeat(200_001), 200_001, "A file holds at most 600000 values"],
  ])("end where a file holds more than any list does: %s", (_what, text, line, message) => {
    expect(readCsv(text)).toEqual({ status: "broken", line, message: expect.stringContaining(message) });
  });

  test("may be as many as a file of 20,000 customers with every column has", () => {
    const row = Array.from({ length: 26 }, () => "x").join(",");
    const read = readCsv(`${row}\n`.repeat(20_001));
    expect(read.status === "read" && read.records.length).toBe(20_001);
  });

  test("come back as they were written, whatever is in them", () => {
    const field = fc.string({ unit: fc.constantFrom("a", '"', ",", ";", "\n", "\r", " ", "ü") });
    const records = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { maxLength: 5 });
    const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(records, (written) => {
        const rows = [["name", "address"], ...written];
        const read = readCsv(rows.map((row) => row.map(quoted).join(",")).join("\n"));
        const filled = rows.filter((row) => row.some((value) => value.trim() !== ""));
        expect(read.status === "read" && read.records.map(({ fields }) => fields)).toEqual(filled);
      }),
    );
  });

  test("take linear time, however the quotes stand", () => {
    const hostile = `a,b\n${'"'.repeat(400_001)}`;
    const began = performance.now();
    readCsv(hostile);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe("a table of customers", () => {
  const linesOf = (text: string) => {
    const read = readCustomerLines(text);
    return read.status === "read" ? read.lines : read;
  };

  test("names them with what is known; what is empty is not said", () => {
    const text =
      "channel,address,name,owner,property:plan\nmail,ada@example.com,Ada,kim,gold\nmail,bob@example.com,,,\n";
    const nothing = { name: null, locale: null, reference: null, accountOwnerId: null, properties: {} };
    expect(linesOf(text)).toEqual([
      {
        status: "read",
        line: 2,
        customer: {
          ...{ channelId: "mail", address: "ada@example.com", name: "Ada", locale: null, accountOwnerId: "kim" },
          reference: null,
          properties: { plan: "gold" },
        },
      },
      { status: "read", line: 3, customer: { channelId: "mail", address: "bob@example.com", ...nothing } },
    ]);
  });

  test.each([
    ["no address", "channel,name\n", "address is missing"],
    ["a column twice", "channel,address,name,name\n", "same name"],
    ["a column that nobody knows", "channel,address,phone\n", "Column 3"],
    ["a property that plain objects have", "channel,address,property:constructor\n", "Column 3"],
    ["nothing", "", "empty"],
  ])("is refused as a whole with %s", (_what, text, message) => {
    expect(linesOf(text)).toMatchObject({ status: "broken", message: expect.stringContaining(message) });
  });

  test.each([
    ["a formula", "mail,ada@example.com,=1+1", "name must not begin with ="],
    ["too few values", "mail,ada@example.com", "2 values"],
    ["no address", "mail,,Ada", "must not be empty"],
    ["control characters", "mail,ada@example.com,A\u0007da", "one line"],
    ["a name without end", `mail,ada@example.com,${"a".repeat(201)}`, "200"],
  ])("refuses one line with %s, without repeating what stands there", (_what, line, message) => {
    const [refused] = linesOf(`channel,address,name\n${line}\n`) as readonly { message: string }[];
    expect(refused).toMatchObject({ status: "refused", line: 2, message: expect.stringContaining(message) });
    expect(refused?.message).not.toContain("ada@");
  });

  test("takes the apostrophe off that keeps spreadsheets from calculating", () => {
    expect(linesOf("channel,address\nphone,'+4930123456\n")).toMatchObject([{ customer: { address: "+4930123456" } }]);
  });
});
