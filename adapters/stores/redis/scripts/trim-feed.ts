import { defineScript } from "../script.ts";

/**
 * Removes feed entries that are too old, a bounded number at a time, and remembers the last that went:
 * a cursor before it has missed something, one at it has not.
 *
 * Input: ARGV = time of the first entry to keep, how many at most
 * Output: nil
 */
export const trimFeedScript = defineScript(
  "trim the feed",
  `#!lua flags=allow-oom
local key = KEYS[1] .. ':feed'
local old = redis.call('XRANGE', key, '-', '(' .. ARGV[1] .. '-0', 'COUNT', ARGV[2])
if #old == 0 then return end
local last = old[#old][1]
local ms, seq = string.match(last, '^(%d+)-(%d+)$')
redis.call('SET', KEYS[1] .. ':feed-trimmed', last)
redis.call('XTRIM', key, 'MINID', '=', ms .. '-' .. string.format('%.0f', tonumber(seq) + 1))
`,
);
