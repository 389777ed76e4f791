-- Entries as the app sends them, each with an id of its own: where a session has come to.
local sent = 0
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/json"
-- Eighty a second; each is on the disk before it is answered.
function delay() return 100 end
function request()
  sent = sent + 1
  local entry = string.format(
    '{"entries":[{"id":"entry-%010d","at":%d,"what":{"kind":"reached","session":"session-1","t_ms":%d}}]}',
    sent, 1700000000000 + sent, sent)
  return wrk.format(nil, nil, nil, entry)
end
