-- Each thread has bounties of its own, taken one after the other: a claim that finds its bounty taken is another measurement.
dofile(os.getenv("LUA_COMMON"))
local threads = 0
setup = function(thread) thread:set("tid", threads); threads = threads + 1 end
local at, bearers
init = function()
  at, bearers = tid * math.floor(tonumber(os.getenv("N")) / 2), tokens()
end
request = function()
  at = at + 1
  return wrk.format("POST", "/api/bounties/" .. bounty_id(at) .. "/claims",
    { Authorization = bearers[at % #bearers + 1], ["Content-Type"] = "application/json" }, "{}")
end
