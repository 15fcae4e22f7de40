import { describe, expect, test } from "vitest";
import { read } from "../../../src/core/detection/reading.ts";
import { findExplicitRequest } from "../../../src/core/detection/signals/explicit-request.ts";

function heard(text: string): string | null {
  return findExplicitRequest(read(text), { departmentsCount: true })?.id ?? null;
}

describe("a request in Hindi", () => {
  test.each(["मुझे इंसान से बात करनी है", "mujhe insaan se baat krni h", "customer care se baat karwao"])(
    "is heard in Devanagari, in Latin letters and with English words: %s",
    (text) => {
      expect(heard(text)).toBe("explicit-request");
    },
  );

  test.each(["mujhe bot se baat nahi karni", "मुझे बॉट नहीं इंसान चाहिए"])(
    "is heard when no machine is wanted: %s",
    (text) => {
      expect(heard(text)).toBe("explicit-request");
    },
  );

  test.each(["एजेंट से बात क्यों नहीं हो रही", "agent se baat nahi ho pa rahi"])("is heard in a complaint: %s", (text) => {
    expect(heard(text)).toBe("explicit-request");
  });

  test.each(["मुझे एजेंट से बात नहीं करनी", "एजेंट से बात मत कराओ"])("is refused: %s", (text) => {
    expect(heard(text)).toBeNull();
  });

  test.each(["मानव संसाधन विभाग से बात करनी है", "travel agent chahiye"])(
    "is no other department or trade: %s",
    (text) => {
      expect(heard(text)).toBeNull();
    },
  );

  test.each(["kal agent se baat hui thi", "agent ne bola manager se baat karo", "kya main insaan se baat kar raha hu"])(
    "is no report and no question who is there: %s",
    (text) => {
      expect(heard(text)).toBeNull();
    },
  );
});
