import { defineScript } from "../script.ts";

/**
 * Input: ARGV = log and owner, order, limit, afterSeq ('' for none)
 * Output: { seq, body } …, flat
 */
export const queryLogScript = defineScript(
  "read a log",
  `#!lua flags=no-writes
local key = KEYS[1] .. ':log:' .. ARGV[1]
local limit, after = tonumber(ARGV[3]), tonumber(ARGV[4])
local last = math.max(redis.call('HLEN', key), tonumber(redis.call('GET', KEYS[1] .. ':last:' .. ARGV[1]) or '0'))
local first, final, step = (after or 0) + 1, last, 1
if ARGV[2] == 'descending' then
  first, final, step = math.min(last, (after or last + 1) - 1), 1, -1
end
local answer = {}
for seq = first, final, step do
  if #answer == 2 * limit then break end
  local body = redis.call('HGET', key, seq)
  if body then
    answer[#answer + 1] = seq
    answer[#answer + 1] = body
  end
end
return answer
`,
);
