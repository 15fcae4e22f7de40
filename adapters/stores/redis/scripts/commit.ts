import { defineScript } from "../script.ts";
import { documentFunctions } from "./document-functions.ts";
import { entryFunctions } from "./entry-functions.ts";
import { laneFunctions } from "./lane-functions.ts";

/**
 * Checks everything, then writes: a script that fails half-way is not rolled back.
 *
 * Input: ARGV, each list after its count:
 *   at, claimKeptMs, how many entries and effects there are in all;
 *   settles: id …; claims: key, note …; expects: document, version …;
 *   puts: document, body …; removes: document …; cancels: id …; entries: ENTRY …;
 *   leaseUntil ('' for none), busy pools: pool …;
 *   effects: id, lane ('' for none), pool, dueAt, owner, body, whenLeased: ENTRY … …;
 *   index: '+' | '-', view, id, kind, key, sort, hasPrevious ('1' | ''), previousKey …; the last three empty with '-';
 *   feed: json …
 *   ENTRY = log, owner, seq, body, words (one per line)
 * Output: { 'committed', leased id … } | { 'stale' } | { 'duplicate', key, note | nil }
 */
export const commitScript = defineScript(
  "commit",
  String.raw`#!lua
local root, arguments, call = KEYS[1], ARGV, redis.call
local at, claim_kept_ms, numbers_needed = arguments[1], arguments[2], tonumber(arguments[3])
-- The next argument. Moved by hand: a function for it costs a fifth of the script.
local here = 4
local number = 0
local function next_number()
  number = number + 1
  return string.format('%014d', number)
end
${documentFunctions}
${entryFunctions}
${laneFunctions}

-- 1. Checks
local settled, settled_count = {}, tonumber(arguments[here])
for index = 1, settled_count do
  local id = arguments[here + index]
  local effect = read_effect(id)
  if not effect or effect.state == 'd' then return { 'duplicate', id, false } end
  settled[index] = effect
end
local settled_here = here
here = here + 1 + settled_count

local claim_count = tonumber(arguments[here])
local claims_here = here + 1
for row = claims_here, here + 2 * claim_count, 2 do
  local known = call('GET', root .. ':claim:' .. arguments[row])
  if known then
    local line_end = string.find(known, '\n', 1, true)
    local age = tonumber(at) - tonumber(string.sub(known, 1, line_end - 1))
    if age < tonumber(claim_kept_ms) then
      return { 'duplicate', arguments[row], string.sub(known, line_end + 1) }
    end
  end
end
here = claims_here + 2 * claim_count

local versions, expected_count = {}, tonumber(arguments[here])
for row = here + 1, here + 2 * expected_count, 2 do
  local version = read_version(arguments[row])
  if version ~= tonumber(arguments[row + 1]) then return { 'stale' } end
  versions[arguments[row]] = version
end
here = here + 1 + 2 * expected_count

-- 2. Writes
if numbers_needed > 0 then
  number = call('INCRBY', root .. ':count', numbers_needed) - numbers_needed
end

for index = 1, settled_count do
  forget_effect(arguments[settled_here + index], settled[index])
end

for row = claims_here, claims_here + 2 * claim_count - 1, 2 do
  call('SET', root .. ':claim:' .. arguments[row], at .. '\n' .. arguments[row + 1], 'PX', claim_kept_ms)
end

local put_count = tonumber(arguments[here])
for row = here + 1, here + 2 * put_count, 2 do
  local document = arguments[row]
  versions[document] = (versions[document] or read_version(document)) + 1
  write_document(document, versions[document], arguments[row + 1])
end
here = here + 1 + 2 * put_count

local removed_count = tonumber(arguments[here])
for row = here + 1, here + removed_count do
  call('DEL', document_key(arguments[row]))
end
here = here + 1 + removed_count

local cancelled_count = tonumber(arguments[here])
for row = here + 1, here + cancelled_count do
  local effect = read_effect(arguments[row])
  if effect then forget_effect(arguments[row], effect) end
end
here = here + 1 + cancelled_count

-- Steps over a list of entries and writes them.
local function take_entries(is_written)
  local count = tonumber(arguments[here])
  if is_written then
    for row = here + 1, here + 5 * count, 5 do
      write_entry(arguments[row], arguments[row + 1], arguments[row + 2], arguments[row + 3], arguments[row + 4])
    end
  end
  here = here + 1 + 5 * count
end
take_entries(true)

local answer = { 'committed' }
local lease_until, busy, busy_count = arguments[here], {}, tonumber(arguments[here + 1])
for row = here + 2, here + 1 + busy_count do
  busy[arguments[row]] = true
end
here = here + 2 + busy_count

local effect_count = tonumber(arguments[here])
here = here + 1
for _ = 1, effect_count do
  local id = arguments[here]
  local is_leased = false
  if call('EXISTS', effect_key(id)) == 0 then
    local effect = {
      lane = arguments[here + 1], pool = arguments[here + 2], due = arguments[here + 3], owner = arguments[here + 4],
      body = arguments[here + 5], number = next_number(), attempt = '0', state = 'w', failure = ''
    }
    local is_head = join_lane(id, effect)
    is_leased = is_head and lease_until ~= '' and not busy[effect.pool] and tonumber(effect.due) <= tonumber(at)
    if is_leased then
      effect.attempt, effect.state = '1', 'l'
      answer[#answer + 1] = id
    end
    write_effect(id, effect)
    call('SADD', root .. ':owned:' .. effect.owner, id)
    if is_head then make_due(id, effect, is_leased and lease_until or effect.due) end
  end
  here = here + 6
  take_entries(is_leased)
end

-- entries:{id} remembers under which key each view holds the id, so that erasing finds them all.
local change_count = tonumber(arguments[here])
for row = here + 1, here + 8 * change_count, 8 do
  local change, view, id, kind, key, sort, has_previous, previous = unpack(arguments, row, row + 7)
  local member, prefix = id .. '\0' .. kind, root .. ':view:' .. view .. ':'
  if change == '+' then
    if has_previous == '1' then call('ZREM', prefix .. previous, member) end
    if call('ZADD', prefix .. key, sort, member) == 1 then
      call('HSET', root .. ':entries:' .. id, view, kind .. '\0' .. key)
    end
  else
    call('ZREM', prefix .. key, member)
    call('HDEL', root .. ':entries:' .. id, view)
  end
end
here = here + 1 + 8 * change_count

-- Ids follow the time of the commits; of a process whose clock is behind, the last entry's.
local feed, feed_ms = root .. ':feed', string.format('%.0f', math.floor(tonumber(at)))
for row = here + 1, here + tonumber(arguments[here]) do
  local added = redis.pcall('XADD', feed, feed_ms .. '-*', 'e', arguments[row])
  if type(added) == 'table' and added.err then
    local info = call('XINFO', 'STREAM', feed)
    for index = 1, #info, 2 do
      if info[index] == 'last-generated-id' then feed_ms = string.match(info[index + 1], '^%d+') end
    end
    call('XADD', feed, feed_ms .. '-*', 'e', arguments[row])
  end
end

return answer
`,
);
