dofile(os.getenv("LUA_COMMON"))
local threads = 0
setup = function(thread) thread:set("tid", threads); threads = threads + 1 end
local paths, bearers = {}, nil
init = function()
  math.randomseed(os.time() * 7 + tid * 7919)
  local n = tonumber(os.getenv("N"))
  bearers = tokens()
  for i = 1, 2000 do paths[i] = "/api/bounties?status=open&limit=20&cursor=" .. cursor(math.random(22, n)) end
end
request = function()
  return wrk.format("GET", paths[math.random(#paths)], { Authorization = bearers[math.random(#bearers)] })
end
