/**
 * Lua shared by the scripts that touch documents. Expects locals `root` and `call`.
 * A document is one string: its version in ten digits, then its body. The version is read without the body.
 */
export const documentFunctions = `
local function document_key(document)
  return root .. ':doc:' .. document
end

local function read_version(document)
  return tonumber(call('GETRANGE', document_key(document), 0, 9)) or 0
end

local function write_document(document, version, body)
  call('SET', document_key(document), string.format('%010d', version) .. body)
end
`;
