import { isCourtesy } from "./courtesy.ts";
import { detectLanguage } from "./language/detect-language.ts";
import { readOfferAnswer } from "./offer-answer.ts";
import { read } from "./reading.ts";
import { rehearsalTexts } from "./rehearsal.ts";
import { findBrokenPromise } from "./signals/broken-promise.ts";
import { findExplicitRequest, prepareRequests } from "./signals/explicit-request.ts";
import { prepareMoods } from "./signals/find-mood.ts";
import { findFrustration } from "./signals/frustration.ts";
import { findInsult } from "./signals/insult.ts";
import { findRiskTopics } from "./signals/risk-topics.ts";
import { isWithdrawal } from "./withdrawal.ts";

/**
 * What is looked up is made ready at first use, and what runs often is compiled by and by. A process that has a moment
 * before the first message uses it for that; between the steps others may run.
 */
export function* warmUp(): Generator<void, void> {
  yield* prepareRequests();
  yield* prepareMoods();
  const reading = read("Hello, where is my order?");
  findExplicitRequest(reading, { departmentsCount: true });
  yield;
  findFrustration(reading);
  yield;
  detectLanguage(reading);
  readOfferAnswer(reading);
  yield;
  findBrokenPromise(reading);
  yield;
  isCourtesy(reading.original);
  isWithdrawal(reading.original);
  yield;
  for (const text of rehearsalTexts(rounds)) {
    rehearse(text);
    yield;
  }
}

function rehearse(text: string): void {
  const reading = read(text);
  findRiskTopics(reading);
  findExplicitRequest(reading, { departmentsCount: true });
  findFrustration(reading);
  findInsult(reading);
  detectLanguage(reading);
}

/** Of each language: many enough for the code to be compiled, few enough to be read within half a second. */
const rounds = 10;
