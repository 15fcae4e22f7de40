import { defineScript } from "../script.ts";

/**
 * Walks the rarest word's messages, newest first, a bounded stretch at a time: no query can hold the server up.
 *
 * Input: ARGV = where to start, how many to look at, limit, word …
 * Output: { where to go on | nil, then owner NUL seq … }
 */
export const searchWordsScript = defineScript(
  "search",
  `#!lua flags=no-writes
local root = KEYS[1]
local start, stretch, limit = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local keys, rarest, fewest = {}, nil, nil
for index = 4, #ARGV do
  local key = root .. ':word:' .. ARGV[index]
  local count = redis.call('ZCARD', key)
  if count == 0 then return { false } end
  if not fewest or count < fewest then rarest, fewest = key, count end
  keys[#keys + 1] = key
end

local answer = { false }
local candidates = redis.call('ZREVRANGE', rarest, start, start + stretch - 1)
for index, member in ipairs(candidates) do
  local has_all = true
  for _, key in ipairs(keys) do
    has_all = has_all and (key == rarest or redis.call('ZSCORE', key, member))
  end
  if has_all then
    answer[#answer + 1] = member
    if #answer > limit then return answer end
  end
end
if start + #candidates < fewest then answer[1] = start + #candidates end
return answer
`,
);
