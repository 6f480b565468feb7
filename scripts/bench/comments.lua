-- Sends each line of a file once: the address that a proxy would report, a tab, and the body of a form. wrk asks with
-- a fraction of the work that answering takes, so that the sender is not what is measured.
-- wrk looks at the first request before it begins, and does not send it.
local lines, path, origin, sent, answered, total = {}, '', '', -1, 0, 0
accepted, first_refusal, took = 0, '', 0

local ffi = require('ffi')
ffi.cdef('typedef struct { long seconds, microseconds; } moment; int gettimeofday(moment *now, void *zone);')
local now, began = ffi.new('moment'), nil
local function seconds()
  ffi.C.gettimeofday(now, nil)
  return tonumber(now.seconds) + tonumber(now.microseconds) / 1e6
end

local threads = {}
function setup(thread)
  table.insert(threads, thread)
end

function init(args)
  path, origin = args[2], args[3]
  for line in io.lines(args[1]) do
    table.insert(lines, line)
  end
  total = #lines
end

function request()
  sent = sent + 1
  local line = lines[sent]
  if sent == 1 then began = seconds() end
  -- The other connections still ask something while the last answers are under way.
  if not line then return wrk.format('GET', '/api/health') end
  local tab = line:find('\t', 1, true)
  return wrk.format('POST', path, {
    ['content-type'] = 'application/x-www-form-urlencoded',
    ['accept'] = 'application/json',
    ['origin'] = origin,
    ['x-forwarded-for'] = line:sub(1, tab - 1),
  }, line:sub(tab + 1))
end

function response(status, headers, body)
  if body:sub(1, 1) ~= '{' then return end
  answered = answered + 1
  if status == 200 then
    accepted = accepted + 1
  elseif first_refusal == '' then
    first_refusal = status .. ' ' .. body
  end
  if answered < total then return end
  took = seconds() - began
  wrk.thread:stop()
  -- wrk itself waits until its time is over; who reads this ends it.
  io.write('ANSWERED\n')
  io.flush()
end

function done(summary, latency)
  local thread = threads[1]
  io.write(string.format('RESULT %d %.6f %.3f %.3f %s\n', thread:get('accepted'), thread:get('took'), latency:percentile(50) / 1000,
    latency:percentile(99) / 1000, thread:get('first_refusal')))
end
