/**
 * Lua that writes an entry of a log. Expects locals `root`, `call` and `next_number`.
 * A log is a hash seq → body. Sequence numbers are dense, so its length is the last of them; where one was left out,
 * last:{log} holds the highest, and the larger of the two is always right.
 * The words of messages wait in a list until the index script takes them; a lone line end means those it had before.
 */
export const entryFunctions = String.raw`
local function write_entry(log, owner, seq, body, words)
  local name = log .. ':' .. owner
  local key = root .. ':log:' .. name
  local is_new = call('HSET', key, seq, body) == 1
  if is_new and call('HLEN', key) ~= tonumber(seq) then
    local last = tonumber(call('GET', root .. ':last:' .. name) or '0')
    call('SET', root .. ':last:' .. name, math.max(last, tonumber(seq)))
  end
  if log == 'messages' and words ~= '\n' and (words ~= '' or not is_new) then
    call('RPUSH', root .. ':unindexed', table.concat({ owner, seq, next_number(), words }, '\0'))
  end
end
`;
