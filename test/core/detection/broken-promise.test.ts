import { describe, expect, test } from "vitest";
import { read } from "../../../src/core/detection/reading.ts";
import { findBrokenPromise } from "../../../src/core/detection/signals/broken-promise.ts";
import { cpuTimeMs } from "./cpu-time.ts";

const found = (text: string) => findBrokenPromise(read(text));

describe("a promise", () => {
  test("is shown with its words", () => {
    const text = "Sorry, I can't do that. I'm connecting you with a colleague now.";
    const signal = found(text);
    expect(text.slice(signal?.start, signal?.end)).toBe("I'm connecting you");
  });

  test("counts beside an offer in another sentence", () => {
    expect(found("Would you like a discount? I have escalated this to our team.")).not.toBeNull();
  });

  test("counts in a question that takes it for granted", () => {
    expect(found("Could you hold on while I connect you to an agent?")).not.toBeNull();
  });

  test("is nothing in somebody else's words", () => {
    expect(found('Your mail said "an agent will contact you", and I see no such note.')).toBeNull();
  });

  test("needs somebody who comes", () => {
    expect(found("I'm connecting you with the help article on returns.")).toBeNull();
    expect(found("I'm connecting you with someone who knows about returns.")).not.toBeNull();
  });

  test("is about the customer, not about a parcel or its driver", () => {
    expect(found("Someone will contact you shortly.")).not.toBeNull();
    expect(found("Someone from the courier company will contact you shortly.")).toBeNull();
  });

  test("is not read with another language's words", () => {
    expect(found("Tu caso será transferido a nuestro equipo de soporte.")).not.toBeNull();
    expect(found("Tu paquete será transferido a otra oficina de nuestro equipo.")).toBeNull();
  });
});

test("no text makes it slow", () => {
  const hostile = ["transferring ", "agent team someone will ", "ich habe ", "正在为您转接", "担当者から", "i will "];
  for (const text of hostile) {
    const reading = read(text.repeat(60_000));
    found("An agent will contact you.");
    expect(cpuTimeMs(() => findBrokenPromise(reading))).toBeLessThan(500);
  }
});
