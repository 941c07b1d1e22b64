-- Ids and cursors of the openbounty door for the seeded bounties: a UUID 00000000-0000-7000-8000-<number>.
local alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
local base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

-- The first 21 characters of the ULID text are the same for all numbers below 2^25.
function bounty_id(number)
  local tail = ""
  for _ = 1, 5 do
    local digit = number % 32
    tail = alphabet:sub(digit + 1, digit + 1) .. tail
    number = (number - digit) / 32
  end
  return "bnt_" .. os.getenv("ULID_HEAD") .. tail
end

-- 'n', eight zero bytes for the unused sort key, sixteen bytes of the id.
function cursor(number)
  local bytes = { 110, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 112, 0, 128, 0, 0, 0, 0, 0, 0, 0 }
  for place = 25, 20, -1 do
    bytes[place] = number % 256
    number = (number - bytes[place]) / 256
  end
  local text = ""
  for start = 1, 25, 3 do
    local a, b, c = bytes[start], bytes[start + 1], bytes[start + 2]
    local bits = a * 65536 + (b or 0) * 256 + (c or 0)
    local count = b and (c and 4 or 3) or 2
    for place = 1, count do
      local digit = math.floor(bits / 64 ^ (4 - place)) % 64
      text = text .. base64:sub(digit + 1, digit + 1)
    end
  end
  return text
end

function tokens()
  local list = {}
  for line in io.lines(os.getenv("TOKENS")) do list[#list + 1] = "Bearer " .. line end
  return list
end
