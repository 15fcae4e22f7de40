import { defineScript } from "../script.ts";
import { laneFunctions } from "./lane-functions.ts";

/**
 * Input: ARGV = now, limit, leaseUntil, busy pool …
 * Output: { earliest time left | nil, words waiting for the index, time of the first feed entry | nil,
 *   then per effect: id, lane, pool, owner, attempt, failures, body }
 */
export const takeDueScript = defineScript(
  "take due effects",
  `#!lua
local root, call = KEYS[1], redis.call
${laneFunctions}
local now, limit, lease_until = ARGV[1], tonumber(ARGV[2]), ARGV[3]
local busy = {}
for index = 4, #ARGV do
  busy[ARGV[index]] = true
end

local pools = call('SMEMBERS', root .. ':pools')
local due = {}
for _, pool in ipairs(pools) do
  if not busy[pool] and limit > 0 then
    local found = call('ZRANGE', root .. ':due:' .. pool, '-inf', now, 'BYSCORE', 'LIMIT', 0, limit, 'WITHSCORES')
    for index = 1, #found, 2 do
      due[#due + 1] = { member = found[index], at = tonumber(found[index + 1]), pool = pool }
    end
  end
end
table.sort(due, function(left, right)
  if left.at ~= right.at then return left.at < right.at end
  return left.member < right.member
end)

local answer = { false, call('LLEN', root .. ':unindexed'), false }
for index = 1, math.min(limit, #due) do
  local member, pool = due[index].member, due[index].pool
  local id = string.sub(member, 15)
  local effect = read_effect(id)
  effect.state, effect.attempt = 'l', string.format('%d', effect.attempt + 1)
  write_effect(id, effect)
  call('ZADD', root .. ':due:' .. pool, lease_until, member)
  for _, value in ipairs({ id, effect.lane, pool, effect.owner, effect.attempt, tonumber(effect.failure) or 0, effect.body }) do
    answer[#answer + 1] = value
  end
end

local earliest = nil
for _, pool in ipairs(pools) do
  local head = call('ZRANGE', root .. ':due:' .. pool, 0, 0, 'WITHSCORES')
  if not head[1] then
    call('SREM', root .. ':pools', pool)
  elseif not earliest or tonumber(head[2]) < tonumber(earliest) then
    earliest = head[2]
  end
end
answer[1] = earliest or false

local first = call('XRANGE', root .. ':feed', '-', '+', 'COUNT', 1)[1]
if first then answer[3] = string.match(first[1], '^%d+') end
return answer
`,
);
