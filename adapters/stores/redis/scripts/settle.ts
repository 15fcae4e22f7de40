import { defineScript } from "../script.ts";
import { laneFunctions } from "./lane-functions.ts";

/**
 * Runs when memory is full too: what it writes is small and what it ends gives memory back.
 *
 * Input: ARGV = (outcome, id, attempt, time, error) …
 *   time: the new due time of a retry or a revival, the time of death; else ''
 * Output: nil
 */
export const settleScript = defineScript(
  "settle effects",
  `#!lua flags=allow-oom
local root, call = KEYS[1], redis.call
${laneFunctions}

local function revive(id, effect, due)
  call('ZREM', root .. ':dead', id)
  effect.state, effect.attempt, effect.due, effect.failure = 'w', '0', due, ''
  write_effect(id, effect)
  if join_lane(id, effect) then make_due(id, effect, due) end
end

for index = 1, #ARGV, 5 do
  local outcome, id, attempt, time, failure = unpack(ARGV, index, index + 4)
  local effect = read_effect(id)
  if outcome == 'revive' then
    if effect and effect.state == 'd' then revive(id, effect, time) end
  elseif effect and effect.state == 'l' and effect.attempt == attempt then
    if outcome == 'done' then
      forget_effect(id, effect)
    elseif outcome == 'retry' then
      effect.state, effect.due = 'w', time
      effect.failure = string.format('%d', (tonumber(effect.failure) or 0) + 1)
      write_effect(id, effect)
      make_due(id, effect, time)
    elseif outcome == 'hand-back' then
      effect.state, effect.attempt = 'w', string.format('%d', attempt - 1)
      write_effect(id, effect)
      make_due(id, effect, effect.due)
    elseif outcome == 'dead' then
      leave_lane(id, effect)
      effect.state, effect.failure = 'd', failure
      write_effect(id, effect)
      call('ZADD', root .. ':dead', time, id)
    end
  end
end
`,
);
