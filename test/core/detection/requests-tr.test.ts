import { describe, expect, test } from "vitest";
import { read } from "../../../src/core/detection/reading.ts";
import { findExplicitRequest } from "../../../src/core/detection/signals/explicit-request.ts";

function heard(text: string): string | null {
  return findExplicitRequest(read(text), { departmentsCount: true })?.id ?? null;
}

describe("a request in Turkish", () => {
  test.each([
    "temsilciye bağlanmak istiyorum",
    "bir yetkiliyle görüşebilir miyim",
    "bana insan lazım",
    "insan var mı orada",
    "bağla bi insana artık",
  ])("is heard whatever the verb at the end says it with: %s", (text) => {
    expect(heard(text)).toBe("explicit-request");
  });

  test.each([
    "musteri temsilcisine baglanmak istiyorum",
    "ınsanla gorusmek ıstıyorum",
    "insanla konusabilirmiyim",
    "temsilciyle görüşcem",
  ])("is heard without the Turkish letters, with joined particles and as it is spoken: %s", (text) => {
    expect(heard(text)).toBe("explicit-request");
  });

  test.each([
    "temsilciyle görüşmek istemiyorum",
    "temsilciye bağlamayın lütfen",
    "temsilciye gerek yok",
    "temsilciyle konuşmadan iptal edebilir miyim",
    "kimseyle konuşmamayı tercih ederim",
  ])("is refused by the ending of the verb: %s", (text) => {
    expect(heard(text)).toBeNull();
  });

  test.each([
    "hayır, temsilciyle görüşmek istiyorum",
    "bot istemiyorum insan istiyorum",
    "robotla değil insanla konuşmak istiyorum",
    "makineyle konuşmak istemiyorum",
  ])("is asked for by refusing the bot, or behind a no: %s", (text) => {
    expect(heard(text)).toBe("explicit-request");
  });

  test.each([
    "dün bir temsilciyle görüşmek zorunda kaldım",
    "satıcı temsilciyle görüşmek gerektiğini söyledi",
    "müşteri temsilcisi beni aradı",
  ])("is no report of what has been: %s", (text) => {
    expect(heard(text)).toBeNull();
  });

  test.each([
    "geçen hafta bir temsilciyle konuştum yine biriyle konuşmam gerekiyor",
    "kartım gelmedi biriyle konuşabilir miyim",
  ])("is heard behind a sentence that no sign ends: %s", (text) => {
    expect(heard(text)).toBe("explicit-request");
  });

  test.each([
    "insan kaynakları müdürüyle görüşmek istiyorum",
    "yetkili servisle görüşmek istiyorum",
    "emlak danışmanıyla görüşmek istiyorum",
    "iki kişi istiyorum",
    "canlı müzik istiyorum",
  ])("is no human resources, no authorised garage, no estate agent, no number of people and no music: %s", (text) => {
    expect(heard(text)).toBeNull();
  });

  test.each(["sen insan mısın?", "bir insanla mı konuşuyorum"])("is not made by asking who is there: %s", (text) => {
    expect(heard(text)).toBeNull();
  });

  test.each(["temsilci ile görüşmek zorunda mıyım"])(
    "may be meant when somebody asks whether it has to be: %s",
    (text) => {
      expect(heard(text)).toBe("unclear-request");
    },
  );
});
