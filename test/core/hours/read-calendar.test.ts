import { describe, expect, it } from "vitest";
import { readCalendar } from "../../../src/core/hours/read-calendar.ts";
import { calendarOf, daysOf, importedAt, leftOutOf, office, problemsOf } from "./calendars.ts";
import { everyDay, hoursIn, weekOf } from "./opening-hours.ts";

const day = (...lines: readonly string[]) => calendarOf(["SUMMARY:Day", ...lines]);
const christmas = ["DTSTART;VALUE=DATE:20261225", "SUMMARY:Christmas Day"];

describe("whole days", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["without an end are one day", ["DTSTART;VALUE=DATE:20261225"], ["2026-12-25"]],
    ["need not say that they are days", ["DTSTART:20261225"], ["2026-12-25"]],
    [
      "end before their end",
      ["DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261226"],
      ["2026-12-24", "2026-12-25"],
    ],
    ["may say the same day twice", ["DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261224"], ["2026-12-24"]],
    ["may have a length", ["DTSTART;VALUE=DATE:20261224", "DURATION:P2D"], ["2026-12-24", "2026-12-25"]],
    [
      "may have a length in weeks",
      ["DTSTART;VALUE=DATE:20270104", "DURATION:P1W", "EXDATE:20270101"],
      ["2027-01-04", "2027-01-05", "2027-01-06", "2027-01-07", "2027-01-08", "2027-01-09", "2027-01-10"],
    ],
    ["are holidays on days that are closed, too", ["DTSTART;VALUE=DATE:20261226"], ["2026-12-26"]],
    [
      "may be transparent, as calendars of holidays have them",
      ["DTSTART;VALUE=DATE:20261225", "TRANSP:TRANSPARENT"],
      ["2026-12-25"],
    ],
    [
      "take place at more days",
      ["DTSTART;VALUE=DATE:20261225", "RDATE;VALUE=DATE:20270101,20270106"],
      ["2026-12-25", "2027-01-01", "2027-01-06"],
    ],
    [
      "count from today on, in the hours' time zone",
      ["DTSTART;VALUE=DATE:20261120", "DTEND;VALUE=DATE:20261122"],
      ["2026-11-21"],
    ],
    ["count for 24 months", ["DTSTART;VALUE=DATE:20281119", "DTEND;VALUE=DATE:20281130"], ["2028-11-19", "2028-11-20"]],
  ])("%s", (_, lines, expected) => {
    expect(daysOf(day(...lines))).toEqual(expected);
  });

  it("of several events are one exception with all of their names", () => {
    const text = calendarOf(christmas, ["DTSTART;VALUE=DATE:20261225", "SUMMARY:Company closed"], christmas);
    const read = readCalendar(text, office, importedAt);
    const name = "Christmas Day, Company closed";
    expect(read).toMatchObject({ exceptions: [{ date: "2026-12-25", name, isHoliday: true, windows: [] }] });
  });
});

describe("rules", () => {
  it.each<[string, string, string, readonly string[]]>([
    ["the same day every year", "20191225", "FREQ=YEARLY", ["2026-12-25", "2027-12-25"]],
    ["the fourth Thursday of November", "20201126", "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", ["2026-11-26", "2027-11-25"]],
    ["the last Monday of May", "20200525", "FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO", ["2027-05-31", "2028-05-29"]],
    [
      "the first Tuesday after a Monday",
      "20201103",
      "FREQ=YEARLY;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
      ["2027-11-02", "2028-11-07"],
    ],
    [
      "the last working day of a year",
      "20201231",
      "FREQ=YEARLY;BYMONTH=12;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
      ["2026-12-31", "2027-12-31"],
    ],
    ["the hundredth day", "20200409", "FREQ=YEARLY;BYYEARDAY=100", ["2027-04-10", "2028-04-09"]],
    ["every second year", "20251201", "FREQ=YEARLY;INTERVAL=2", ["2027-12-01"]],
    ["three times in all, the first one included", "20251201", "FREQ=YEARLY;COUNT=3", ["2026-12-01", "2027-12-01"]],
    ["until a day, which is one of them", "20251201", "FREQ=YEARLY;UNTIL=20271201", ["2026-12-01", "2027-12-01"]],
    ["until the day before", "20251201", "FREQ=YEARLY;UNTIL=20271130", ["2026-12-01"]],
    ["only in leap years", "20240229", "FREQ=YEARLY", ["2028-02-29"]],
    [
      "the last day of some months",
      "20261231",
      "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3",
      ["2026-12-31", "2027-01-31", "2027-02-28"],
    ],
    [
      "every other week, counted from Mondays",
      "20261201",
      "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU",
      ["2026-12-01", "2026-12-06", "2026-12-15", "2026-12-20"],
    ],
    [
      "every other week, counted from Sundays",
      "20261201",
      "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
      ["2026-12-01", "2026-12-13", "2026-12-15", "2026-12-27"],
    ],
    ["every third day", "20261201", "FREQ=DAILY;INTERVAL=3;COUNT=3", ["2026-12-01", "2026-12-04", "2026-12-07"]],
  ])("mean %s", (_, start, rule, expected) => {
    expect(daysOf(day(`DTSTART;VALUE=DATE:${start}`, `RRULE:${rule}`))).toEqual(expected);
  });

  it("leave out what is excepted, in one line or several", () => {
    const rule = ["DTSTART;VALUE=DATE:20261201", "RRULE:FREQ=DAILY;COUNT=6"];
    const except = ["EXDATE;VALUE=DATE:20261202,20261203", "EXDATE;VALUE=DATE:20261205"];
    expect(daysOf(day(...rule, ...except))).toEqual(["2026-12-01", "2026-12-04", "2026-12-06"]);
  });

  it("keep the days before, when a time is several days long", () => {
    expect(daysOf(day("DTSTART;VALUE=DATE:20201119", "DURATION:P4D", "RRULE:FREQ=YEARLY;UNTIL=20261231"))).toEqual([
      "2026-11-21",
      "2026-11-22",
    ]);
  });

  it("give way to an event that stands for one of them, also when that one is cancelled", () => {
    const series = ["UID:party", "DTSTART;VALUE=DATE:20251204", "RRULE:FREQ=YEARLY", "SUMMARY:Party"];
    const moved = ["UID:party", "RECURRENCE-ID;VALUE=DATE:20261204", "DTSTART;VALUE=DATE:20261211", "SUMMARY:Party"];
    expect(daysOf(calendarOf(series, moved))).toEqual(["2026-12-11", "2027-12-04"]);
    expect(daysOf(calendarOf(series, [...moved, "STATUS:CANCELLED"]))).toEqual(["2027-12-04"]);
  });
});

describe("parts of days", () => {
  const meeting = (...lines: readonly string[]) => daysOf(day(...lines));

  it.each<[string, readonly string[], readonly string[]]>([
    [
      "where they are, by the clock there",
      ["DTSTART:20261203T100000", "DTEND:20261203T110000"],
      ["2026-12-03 09:00-10:00 11:00-12:00 13:00-17:00"],
    ],
    [
      "in UTC",
      ["DTSTART:20261203T090000Z", "DTEND:20261203T100000Z"],
      ["2026-12-03 09:00-10:00 11:00-12:00 13:00-17:00"],
    ],
    [
      "in UTC in summer",
      ["DTSTART:20270701T080000Z", "DURATION:PT1H"],
      ["2027-07-01 09:00-10:00 11:00-12:00 13:00-17:00"],
    ],
    [
      "in another zone",
      ["DTSTART;TZID=America/New_York:20261203T080000", "DTEND;TZID=America/New_York:20261203T120000"],
      ["2026-12-03 09:00-12:00 13:00-14:00"],
    ],
    [
      "in a zone in quotes, named as programs do",
      ['DTSTART;TZID="/citadel.org/20190914_1/Asia/Tokyo":20261203T200000', "DURATION:PT1H"],
      ["2026-12-03 09:00-12:00 13:00-17:00"].slice(1),
    ],
    ["over several windows", ["DTSTART:20261203T113000", "DURATION:PT3H30M"], ["2026-12-03 09:00-11:30 15:00-17:00"]],
    ["until nothing is left", ["DTSTART:20261203T080000", "DTEND:20261203T180000"], ["2026-12-03 closed"]],
    [
      "over days in between, which are holidays",
      ["DTSTART:20261203T150000", "DTEND:20261207T100000"],
      [
        "2026-12-03 09:00-12:00 13:00-15:00",
        "2026-12-04",
        "2026-12-05",
        "2026-12-06",
        "2026-12-07 10:00-12:00 13:00-17:00",
      ],
    ],
    [
      "each week, as long as the first time",
      ["DTSTART:20261203T160000", "DTEND:20261203T170000", "RRULE:FREQ=WEEKLY;COUNT=2"],
      ["2026-12-03 09:00-12:00 13:00-16:00", "2026-12-10 09:00-12:00 13:00-16:00"],
    ],
    [
      "until a time in UTC",
      ["DTSTART;TZID=Europe/Berlin:20261203T160000", "DURATION:PT1H", "RRULE:FREQ=DAILY;UNTIL=20261203T150000Z"],
      ["2026-12-03 09:00-12:00 13:00-16:00"],
    ],
    [
      "but for one of the times",
      ["DTSTART:20261203T160000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=2", "EXDATE:20261203T150000Z"],
      ["2026-12-04 09:00-12:00 13:00-16:00"],
    ],
    [
      "and at one more",
      ["DTSTART:20261203T160000", "DURATION:PT1H", "RDATE;VALUE=PERIOD:20261204T090000/PT2H"],
      ["2026-12-03 09:00-12:00 13:00-16:00", "2026-12-04 11:00-12:00 13:00-17:00"],
    ],
    [
      "to the full minute outwards",
      ["DTSTART:20261203T155930", "DTEND:20261203T165930"],
      ["2026-12-03 09:00-12:00 13:00-15:59"],
    ],
  ])("are closed %s", (_, lines, expected) => {
    expect(meeting(...lines)).toEqual(expected);
  });

  it("are in the zone that the file describes, where its name is nobody's", () => {
    const zone = [
      ...["BEGIN:VTIMEZONE", "TZID:Eastern", "BEGIN:STANDARD", "DTSTART:16011104T020000", "TZOFFSETFROM:-0400"],
      ...["TZOFFSETTO:-0500", "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11", "END:STANDARD", "BEGIN:DAYLIGHT"],
      ...["DTSTART:16010311T020000", "TZOFFSETFROM:-0500", "TZOFFSETTO:-0400"],
      ...["RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3", "END:DAYLIGHT", "END:VTIMEZONE", "BEGIN:VEVENT"],
    ].join("\r\n");
    // Two weeks in which there is summer in New York and none in Berlin.
    const text = (at: string) =>
      day(`DTSTART;TZID=Eastern:${at}T090000`, "DURATION:PT1H").replace("BEGIN:VEVENT", zone);
    expect(daysOf(text("20270315"))).toEqual(["2027-03-15 09:00-12:00 13:00-14:00 15:00-17:00"]);
    expect(daysOf(text("20270301"))).toEqual(["2027-03-01 09:00-12:00 13:00-15:00 16:00-17:00"]);
    expect(daysOf(text("20270701"))).toEqual(["2027-07-01 09:00-12:00 13:00-15:00 16:00-17:00"]);
    // And in the hours around the changes themselves.
    const always = hoursIn("UTC", everyDay("00:00-24:00"));
    const around = (at: string) =>
      daysOf(day(`DTSTART;TZID=Eastern:${at}00`, "DURATION:PT1H").replace("BEGIN:VEVENT", zone), always);
    expect(["20270314T0130", "20270314T0330", "20271107T0030", "20271107T0330"].map(around)).toEqual([
      ["2027-03-14 00:00-06:30 07:30-24:00"],
      ["2027-03-14 00:00-07:30 08:30-24:00"],
      ["2027-11-07 00:00-04:30 05:30-24:00"],
      ["2027-11-07 00:00-08:30 09:30-24:00"],
    ]);
  });

  it("end a night early, begin it late, and leave of it what is after midnight", () => {
    const nights = hoursIn("Europe/Berlin", weekOf({ friday: "22:00-04:00", saturday: "22:00-04:00" }));
    const closed = (from: string, to: string) => daysOf(day(`DTSTART:${from}00`, `DTEND:${to}00`), nights);
    expect(closed("20261204T2300", "20261205T0100")).toEqual([
      "2026-12-04 22:00-23:00",
      "2026-12-05 01:00-04:00 22:00-04:00",
    ]);
    expect(closed("20261205T0200", "20261205T0600")).toEqual(["2026-12-04 22:00-02:00"]);
    expect(closed("20261204T1800", "20261204T2330")).toEqual(["2026-12-04 23:30-04:00"]);
  });
});

describe("events that change nothing", () => {
  it.each([
    ["are cancelled", ["DTSTART;VALUE=DATE:20261225", "STATUS:CANCELLED"], "cancelled"],
    ["take no time", ["DTSTART:20261203T100000", "DURATION:PT1H", "TRANSP:TRANSPARENT"], "transparent"],
    ["are over", ["DTSTART;VALUE=DATE:20261120"], "outside-period"],
    ["are too far away", ["DTSTART;VALUE=DATE:20281121"], "outside-period"],
    ["are at night", ["DTSTART:20261203T200000", "DURATION:PT1H"], "outside-hours"],
    ["are moments", ["DTSTART:20261203T100000"], "no-length"],
    [
      "are in a zone that nobody knows",
      ["DTSTART;TZID=Mars/Olympus:20261203T100000", "DURATION:PT1H"],
      "unknown-time-zone",
    ],
    ["come every hour", ["DTSTART:20261203T100000", "DURATION:PT1H", "RRULE:FREQ=HOURLY"], "unsupported-rule"],
  ])("because they %s are left out, and it is said why and where", (_, lines, because) => {
    const text = calendarOf(christmas, ["SUMMARY:Other", ...lines]);
    expect([daysOf(text), leftOutOf(text)]).toEqual([["2026-12-25"], [`7 Other ${because}`]]);
  });
});

describe("the file", () => {
  it("may be folded, escaped, quoted, and end its lines in any way", () => {
    const folded = [
      'dtstart;value=date;X-NOTE="a:b;c":2026',
      " 1225",
      "SUMMARY:Weih",
      "\tnachten\\, 1. Tag\\;",
      "  frei\\n",
    ];
    const text = calendarOf(folded);
    for (const written of [
      text,
      text.replaceAll("\r\n", "\n"),
      text.replaceAll("\r\n", "\r"),
      `\uFEFF${text}\r\n\r\n`,
    ]) {
      const name = "Weihnachten, 1. Tag; frei";
      expect(readCalendar(written, office, importedAt)).toMatchObject({ exceptions: [{ date: "2026-12-25", name }] });
    }
  });

  it("may hold what is of no interest here", () => {
    const alarm = ["BEGIN:VALARM", "TRIGGER:-PT15M", "DTSTART:nonsense", "END:VALARM"];
    const text = calendarOf([...christmas, ...alarm]).replace(
      "VERSION:2.0",
      "VERSION:2.0\r\nBEGIN:VTODO\r\nDUE:x\r\nEND:VTODO",
    );
    expect(daysOf(text)).toEqual(["2026-12-25"]);
    expect(daysOf(text + calendarOf(["DTSTART:20270101"]))).toEqual(["2026-12-25", "2027-01-01"]);
  });

  it.each([
    [
      "is no calendar",
      "<html>",
      "1: is neither a property (NAME:value) nor the continuation of one, which begins with a blank.",
    ],
    ["is empty", "", "1: is no calendar: it has to begin with BEGIN:VCALENDAR."],
    ["is something else", "BEGIN:VCARD\nEND:VCARD", "1: is no calendar: it has to begin with BEGIN:VCALENDAR."],
    ["has no events", calendarOf(), "1: has no events."],
    ["breaks off", calendarOf(christmas).replace("END:VEVENT\r\nEND:VCALENDAR", ""), "3: VEVENT has no END."],
    [
      "ends what has not begun",
      calendarOf(christmas, ["END:VALARM"]),
      "8: ends what has not begun: VEVENT began in line 7.",
    ],
    [
      "has a line that is none",
      calendarOf([...christmas, "and so on"]),
      "6: is neither a property (NAME:value) nor the continuation of one, which begins with a blank.",
    ],
    [
      "has a day that there is not",
      day("DTSTART;VALUE=DATE:20261131"),
      "5: DTSTART is no day (20261224) and no time (20261224T140000).",
    ],
    ["has an event without a day", day("UID:1"), "3: This event has no DTSTART."],
    [
      "has an event that goes backwards",
      day("DTSTART:20261203T100000", "DTEND:20261203T090000"),
      "6: The event ends before it begins.",
    ],
    [
      "has a day that ends at a time",
      day("DTSTART:20261203", "DTEND:20261203T090000"),
      "6: DTEND is a day where DTSTART is a time, or the other way round.",
    ],
    [
      "has a length that is none",
      day("DTSTART:20261203", "DURATION:1 day"),
      "6: DURATION is no length, such as P1D or PT2H30M.",
    ],
    [
      "has a rule without a frequency",
      day("DTSTART:20261203", "RRULE:COUNT=2"),
      "6: RRULE: A rule needs FREQ=YEARLY, MONTHLY, WEEKLY or DAILY.",
    ],
    [
      "has a rule with no such weekday",
      day("DTSTART:20261203", "RRULE:FREQ=YEARLY;BYDAY=4XX"),
      "6: RRULE: One of its BY… parts is wrong.",
    ],
    [
      "has a rule that ends twice",
      day("DTSTART:20261203", "RRULE:FREQ=YEARLY;COUNT=2;UNTIL=20270101"),
      "6: RRULE: COUNT and UNTIL exclude each other.",
    ],
    [
      "has an exception that is no day",
      day("DTSTART:20261203", "EXDATE:never"),
      "6: EXDATE is no day (20261224) and no time (20261224T140000).",
    ],
  ])("is refused with line and reason when it %s", (_, text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it("is told all of what is wrong with its events, up to twenty", () => {
    const events = Array.from({ length: 30 }, () => ["DTSTART:never"]);
    expect(problemsOf(calendarOf(...events))).toHaveLength(20);
    expect(problemsOf(calendarOf(["DTSTART:never"], christmas, ["SUMMARY:None"]))).toEqual([
      "4: DTSTART is no day (20261224) and no time (20261224T140000).",
      "10: This event has no DTSTART.",
    ]);
  });

  it("is refused when it is too large, has too many events, or makes too many days different", () => {
    expect(problemsOf(`${calendarOf(christmas)}X-PAD:${"ä".repeat(500_000)}`)[0]).toContain(
      "has more than 1000000 bytes",
    );
    const many = Array.from({ length: 5_001 }, () => ["DTSTART:20261225"]);
    expect(problemsOf(calendarOf(...many))).toEqual(["15003: is one event too many; there may be at most 5000."]);
    expect(problemsOf(day("DTSTART:20261201", "RRULE:FREQ=DAILY;COUNT=401"))).toEqual([
      "3: The calendar makes 401 days different, from 2026-12-01 on; there may be at most 400.",
    ]);
  });

  it("is refused when a day is torn into more windows than it may have", () => {
    const breaks = Array.from({ length: 10 }, (_, index) => [
      `DTSTART:20261203T09${10 + index * 2}00`,
      "DURATION:PT1M",
    ]);
    expect(problemsOf(calendarOf(...breaks))).toEqual([
      "3: Its events leave 12 windows of 2026-12-03; there may be at most 10.",
    ]);
  });

  it("cannot be read for hours of a zone that does not exist", () => {
    expect(problemsOf(calendarOf(christmas), { ...office, timeZone: "Mars/Olympus" })[0]).toContain("Mars/Olympus");
  });
});

describe("a calendar that is made to be slow", () => {
  it.each([
    ["counts days since the year 1", ["DTSTART:00010101", "RRULE:FREQ=DAILY;COUNT=999999;BYMONTHDAY=31;BYMONTH=2"]],
    ["lasts for ever, every day", ["DTSTART:20000101", "DTEND:99990101", "RRULE:FREQ=DAILY"]],
  ])("is refused when it %s, thousands of times", (_, lines) => {
    const text = calendarOf(...Array.from({ length: 4_000 }, () => lines));
    expect(problemsOf(text)[0]).toMatch(/take place too often/);
  });
});
