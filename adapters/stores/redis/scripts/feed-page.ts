import { defineScript } from "../script.ts";

/**
 * Input: ARGV = cursor ('' for none, '-' for one that is not ours), limit
 * Output: { 'reset', last id } | { 'entries', last id, then (id, json) … }
 */
export const feedPageScript = defineScript(
  "read the feed",
  `#!lua flags=no-writes
local key = KEYS[1] .. ':feed'
local function is_before(left, right)
  local left_ms, left_seq = string.match(left, '^(%d+)-(%d+)$')
  local right_ms, right_seq = string.match(right, '^(%d+)-(%d+)$')
  if left_ms ~= right_ms then return tonumber(left_ms) < tonumber(right_ms) end
  return tonumber(left_seq) < tonumber(right_seq)
end

local last = '0-0'
if redis.call('EXISTS', key) == 1 then
  local info = redis.call('XINFO', 'STREAM', key)
  for index = 1, #info, 2 do
    if info[index] == 'last-generated-id' then last = info[index + 1] end
  end
end

local after = ARGV[1]
if after == '' then return { 'entries', last } end
local trimmed = redis.call('GET', key .. '-trimmed') or '0-0'
if after == '-' or is_before(last, after) or is_before(after, trimmed) then return { 'reset', last } end

local answer = { 'entries', last }
for _, entry in ipairs(redis.call('XRANGE', key, '(' .. after, '+', 'COUNT', ARGV[2])) do
  answer[#answer + 1] = entry[1]
  answer[#answer + 1] = entry[2][2]
end
return answer
`,
);
