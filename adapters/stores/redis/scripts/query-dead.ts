import { defineScript } from "../script.ts";
import { laneFunctions } from "./lane-functions.ts";
import { pageFunctions } from "./page-functions.ts";

/**
 * Input: ARGV = order, limit, score of the cursor ('' for none), member of the cursor
 * Output: { id, score, lane, owner, attempt, error, body } per dead effect, flat
 */
export const queryDeadScript = defineScript(
  "read the dead effects",
  `#!lua flags=no-writes
local root, call = KEYS[1], redis.call
${laneFunctions}
${pageFunctions}
local found = page(root .. ':dead', ARGV[1], tonumber(ARGV[2]), ARGV[3], ARGV[4])
local answer = {}
for index = 1, #found, 2 do
  local id, score, effect = found[index], found[index + 1], read_effect(found[index])
  for _, value in ipairs({ id, score, effect.lane, effect.owner, effect.attempt, effect.failure, effect.body }) do
    answer[#answer + 1] = value
  end
end
return answer
`,
);
