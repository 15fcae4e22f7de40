import { defineScript } from "../script.ts";

/**
 * Input: ARGV = document …
 * Output: version and body as one text, or nil, per document
 */
export const loadScript = defineScript(
  "load documents",
  `#!lua flags=no-writes
local answer = {}
for index, document in ipairs(ARGV) do
  answer[index] = redis.call('GET', KEYS[1] .. ':doc:' .. document)
end
return answer
`,
);
