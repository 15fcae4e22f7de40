import { arrivedInOrder } from "./arrived-in-order.ts";
import { askedAndHeard } from "./asked-and-heard.ts";
import { botAnswersOnce } from "./bot-answers-once.ts";
import { caseItemsOnce } from "./case-items-once.ts";
import { caseLeavesNothing } from "./case-leaves-nothing.ts";
import { caseMovedOnce } from "./case-moved-once.ts";
import { caseUndone } from "./case-undone.ts";
import type { Check } from "./check.ts";
import { commandsOnce } from "./commands-once.ts";
import { everythingLeft } from "./everything-left.ts";
import { killedWhereItHurts } from "./killed-where-it-hurts.ts";
import { neverTalkedOver } from "./never-talked-over.ts";
import { nobodyInSilence } from "./nobody-in-silence.ts";
import { nothingDoubled } from "./nothing-doubled.ts";
import { nothingLost } from "./nothing-lost.ts";
import { oneOrder } from "./one-order.ts";
import { onlyExpectedAnswers } from "./only-expected-answers.ts";
import { recordsContiguous } from "./records-contiguous.ts";
import { requestsEndOnce } from "./requests-end-once.ts";
import { roomKept } from "./room-kept.ts";
import { timesOnce } from "./times-once.ts";
import { toldOnce } from "./told-once.ts";

export const allChecks: readonly Check[] = [
  nothingLost,
  nothingDoubled,
  oneOrder,
  recordsContiguous,
  neverTalkedOver,
  botAnswersOnce,
  commandsOnce,
  toldOnce,
  askedAndHeard,
  nobodyInSilence,
  everythingLeft,
  arrivedInOrder,
  onlyExpectedAnswers,
  requestsEndOnce,
  roomKept,
  timesOnce,
  caseItemsOnce,
  caseMovedOnce,
  caseLeavesNothing,
  caseUndone,
  killedWhereItHurts,
];
