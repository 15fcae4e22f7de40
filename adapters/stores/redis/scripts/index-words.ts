import { defineScript } from "../script.ts";

/**
 * Takes waiting words into the index: word → sorted set of messages, by the number a message got when it was written
 * first. What a message is indexed under stays in words:{owner}, so that replacing and erasing find it.
 *
 * Input: ARGV = how many messages at most
 * Output: how many are left waiting
 */
export const indexWordsScript = defineScript(
  "index words",
  String.raw`#!lua
local root = KEYS[1]
local function set_of(words)
  local set = {}
  for word in string.gmatch(words, '[^\n]+') do
    set[word] = true
  end
  return set
end

for _, waiting in ipairs(redis.call('LPOP', root .. ':unindexed', ARGV[1]) or {}) do
  local owner, seq, number, words = string.match(waiting, '^(%Z*)%z(%Z*)%z(%Z*)%z(.*)$')
  local key = root .. ':words:' .. owner
  local indexed = redis.call('HGET', key, seq)
  local old_words = ''
  if indexed then number, old_words = string.match(indexed, '^(%Z*)%z(.*)$') end
  if words ~= old_words then
    local member = owner .. '\0' .. string.format('%010d', seq)
    local old_set, new_set = set_of(old_words), set_of(words)
    for word in pairs(old_set) do
      if not new_set[word] then redis.call('ZREM', root .. ':word:' .. word, member) end
    end
    for word in pairs(new_set) do
      if not old_set[word] then redis.call('ZADD', root .. ':word:' .. word, number, member) end
    end
    if words == '' then
      redis.call('HDEL', key, seq)
    else
      redis.call('HSET', key, seq, number .. '\0' .. words)
    end
  end
end
return redis.call('LLEN', root .. ':unindexed')
`,
);
