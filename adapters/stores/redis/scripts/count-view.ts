import { defineScript } from "../script.ts";

/**
 * Input: ARGV = view and key
 * Output: how many entries there are
 */
export const countViewScript = defineScript(
  "count a view",
  `#!lua flags=no-writes
return redis.call('ZCARD', KEYS[1] .. ':view:' .. ARGV[1])
`,
);
