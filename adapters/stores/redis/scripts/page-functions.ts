/** Lua shared by the scripts that page through a sorted set by (score, member). */
export const pageFunctions = `
-- Lua's own comparison follows the server's locale; sorted sets compare bytes.
local function is_before(left, right)
  for position = 1, math.min(#left, #right) do
    local a, b = string.byte(left, position), string.byte(right, position)
    if a ~= b then return a < b end
  end
  return #left < #right
end

-- How many entries come before the place of (score, member), which may have moved away since.
local function count_before(key, score, member)
  local low = redis.call('ZCOUNT', key, '-inf', '(' .. score)
  local high = low + redis.call('ZCOUNT', key, score, score)
  while low < high do
    local middle = math.floor((low + high) / 2)
    if is_before(redis.call('ZRANGE', key, middle, middle)[1], member) then low = middle + 1 else high = middle end
  end
  return low
end

-- { member, score, … } of at most limit entries after the cursor; score '' starts at the beginning.
local function page(key, order, limit, score, member)
  local descending = order == 'descending'
  local start = 0
  if score ~= '' then
    local found = redis.call('ZSCORE', key, member)
    if found and tonumber(found) == tonumber(score) then
      start = redis.call(descending and 'ZREVRANK' or 'ZRANK', key, member) + 1
    else
      start = count_before(key, score, member)
      if descending then start = redis.call('ZCARD', key) - start end
    end
  end
  return redis.call(descending and 'ZREVRANGE' or 'ZRANGE', key, start, start + limit - 1, 'WITHSCORES')
end
`;
