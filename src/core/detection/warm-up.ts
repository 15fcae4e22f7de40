import { detectLanguage } from "./language/detect-language.ts";
import { readOfferAnswer } from "./offer-answer.ts";
import { read } from "./reading.ts";
import { findBrokenPromise } from "./signals/broken-promise.ts";
import { findExplicitRequest } from "./signals/explicit-request.ts";
import { findFrustration } from "./signals/frustration.ts";

/**
 * What is looked up is made ready at first use. A process that has a moment before the first message uses it for that;
 * between the steps others may run.
 */
export function* warmUp(): Generator<void, void> {
  const reading = read("Hello, where is my order?");
  findExplicitRequest(reading, { departmentsCount: true });
  yield;
  findFrustration(reading);
  yield;
  detectLanguage(reading);
  readOfferAnswer(reading);
  yield;
  findBrokenPromise(reading);
}
