import { defineScript } from "../script.ts";
import { pageFunctions } from "./page-functions.ts";

/**
 * Input: ARGV = view and key, order, limit, score of the cursor ('' for none), member of the cursor
 * Output: { id NUL kind, score, document | nil } per entry, flat
 */
export const queryViewScript = defineScript(
  "read a view",
  String.raw`#!lua flags=no-writes
local root = KEYS[1]
${pageFunctions}
local found = page(root .. ':view:' .. ARGV[1], ARGV[2], tonumber(ARGV[3]), ARGV[4], ARGV[5])
local answer = {}
for index = 1, #found, 2 do
  local separator = string.find(found[index], '\0', 1, true)
  local id, kind = string.sub(found[index], 1, separator - 1), string.sub(found[index], separator + 1)
  answer[#answer + 1] = found[index]
  answer[#answer + 1] = found[index + 1]
  answer[#answer + 1] = redis.call('GET', root .. ':doc:' .. kind .. ':' .. id)
end
return answer
`,
);
