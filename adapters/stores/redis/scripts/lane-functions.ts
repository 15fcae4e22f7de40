/**
 * Lua shared by the scripts that move effects. Expects locals `root` and `call`.
 * An effect is one string, its fields separated by NUL, the body last; state: w waiting, l leased, d dead.
 * `failure`: why it is dead; of all others how often it was put off, '' never.
 * `number` counts in the order of writing. A lane is a list of ids; only its head stands in the due set of its pool,
 * scored by due time or end of lease.
 */
export const laneFunctions = String.raw`
local effect_pattern = '^(%Z*)%z(%Z*)%z(%Z*)%z(%Z*)%z(%Z*)%z(%Z*)%z(%Z*)%z(%Z*)%z(.*)$'

local function effect_key(id)
  return root .. ':effect:' .. id
end

local function read_effect(id)
  local value = call('GET', effect_key(id))
  if not value then return nil end
  local effect = {}
  effect.lane, effect.pool, effect.owner, effect.number, effect.due, effect.attempt, effect.state, effect.failure,
    effect.body = string.match(value, effect_pattern)
  return effect
end

local function write_effect(id, effect)
  call('SET', effect_key(id), table.concat({
    effect.lane, effect.pool, effect.owner, effect.number, effect.due, effect.attempt, effect.state, effect.failure,
    effect.body
  }, '\0'))
end

-- What is due at the same time goes by the order of writing: a sorted set breaks ties by member.
local function due_member(id, effect)
  return effect.number .. id
end

local function make_due(id, effect, at)
  call('ZADD', root .. ':due:' .. effect.pool, at, due_member(id, effect))
  call('SADD', root .. ':pools', effect.pool)
end

-- Puts an effect at the end of its lane; true when it is the head there.
local function join_lane(id, effect)
  return effect.lane == '' or call('RPUSH', root .. ':lane:' .. effect.lane, id) == 1
end

local function leave_lane(id, effect)
  call('ZREM', root .. ':due:' .. effect.pool, due_member(id, effect))
  if effect.lane == '' then return end
  local key = root .. ':lane:' .. effect.lane
  local head = call('LPOP', key)
  if not head then return end
  if head ~= id then
    call('LPUSH', key, head)
    call('LREM', key, 1, id)
    return
  end
  local next_id = call('LINDEX', key, 0)
  if next_id then
    local next_effect = read_effect(next_id)
    make_due(next_id, next_effect, next_effect.due)
  end
end

local function forget_effect(id, effect)
  if effect.state == 'd' then
    call('ZREM', root .. ':dead', id)
  else
    leave_lane(id, effect)
  end
  call('DEL', effect_key(id))
  call('SREM', root .. ':owned:' .. effect.owner, id)
end
`;
