import { readlinkSync } from "node:fs";
import { getPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { stepBack } from "../../src/entry/node/report-priority.ts";

const thread = () => Number(readlinkSync("/proc/thread-self").split("/").at(-1));
const before = getPriority(thread());
stepBack();
parentPort?.postMessage({ before, after: getPriority(thread()) });
