-- At a rate instead of as fast as can be: each of eight connections waits three milliseconds, more than 2,000 requests a second.
function delay() return 3 end
