import { afterAll } from "vitest";
import { startRedis } from "../support/redis.ts";
import { inRedis } from "../support/redis-workspace.ts";
import { workPromises } from "./promises-of-work.ts";

const redis = await startRedis();
afterAll(() => redis.stop());

workPromises("Redis, with a connection for each process", inRedis(redis));
