import { defineScript } from "../script.ts";
import { laneFunctions } from "./lane-functions.ts";

/**
 * Runs when memory is full too: it only removes.
 *
 * Input: ARGV = documents: count, (kind, id) …; conversations: id …
 * Output: nil
 */
export const eraseScript = defineScript(
  "erase",
  String.raw`#!lua flags=allow-oom
local root, call = KEYS[1], redis.call
${laneFunctions}

-- kind nil: of every kind
local function erase_entries(id, kind)
  local key = root .. ':entries:' .. id
  local entries = call('HGETALL', key)
  for index = 1, #entries, 2 do
    local view, value = entries[index], entries[index + 1]
    local separator = string.find(value, '\0', 1, true)
    local entry_kind = string.sub(value, 1, separator - 1)
    if not kind or kind == entry_kind then
      call('ZREM', root .. ':view:' .. view .. ':' .. string.sub(value, separator + 1), id .. '\0' .. entry_kind)
      call('HDEL', key, view)
    end
  end
end

local function erase_words(owner)
  local key = root .. ':words:' .. owner
  local fields = call('HGETALL', key)
  for index = 1, #fields, 2 do
    local member = owner .. '\0' .. string.format('%010d', fields[index])
    for word in string.gmatch(string.match(fields[index + 1], '%z(.*)$'), '[^\n]+') do
      call('ZREM', root .. ':word:' .. word, member)
    end
  end
  call('DEL', key)
end

-- The list is short: the store indexes what waits before it erases.
local function erase_waiting_words(owners)
  for _, waiting in ipairs(call('LRANGE', root .. ':unindexed', 0, -1)) do
    if owners[string.match(waiting, '^(%Z*)%z')] then call('LREM', root .. ':unindexed', 1, waiting) end
  end
end

local documents_end = 1 + 2 * tonumber(ARGV[1])
for index = 2, documents_end, 2 do
  local kind, id = ARGV[index], ARGV[index + 1]
  call('DEL', root .. ':doc:' .. kind .. ':' .. id)
  erase_entries(id, kind)
end

local owners = {}
for index = documents_end + 1, #ARGV do
  local owner = ARGV[index]
  owners[owner] = true
  for _, log in ipairs({ 'messages:', 'records:' }) do
    call('DEL', root .. ':log:' .. log .. owner, root .. ':last:' .. log .. owner)
  end
  erase_words(owner)
  erase_entries(owner, nil)
  for _, id in ipairs(call('SMEMBERS', root .. ':owned:' .. owner)) do
    local effect = read_effect(id)
    if effect then forget_effect(id, effect) end
  end
end
if next(owners) then erase_waiting_words(owners) end
`,
);
