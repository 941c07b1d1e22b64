dofile(os.getenv("LUA_COMMON"))
local threads = 0
setup = function(thread) thread:set("tid", threads); threads = threads + 1 end
local n, bearers
init = function()
  math.randomseed(os.time() * 7 + tid * 7919)
  n, bearers = tonumber(os.getenv("N")), tokens()
end
request = function()
  return wrk.format("GET", "/api/bounties/" .. bounty_id(math.random(1, n)), { Authorization = bearers[math.random(#bearers)] })
end
