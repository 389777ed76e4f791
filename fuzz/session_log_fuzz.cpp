// Any bytes as a session log: refused with its problems, or a session that can be replayed. And any bytes as
// the commands after a sound first line, so that the fuzzer gets past the plan.
#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "thenar/guidance/log.hpp"
#include "thenar/practice/embedded.hpp"

namespace {

using namespace thenar;

const Practice& shipped() {
  static const Practice practice = practice::embedded_practice();
  return practice;
}

const Plan& plan() {
  static const Plan made = [] {
    Request request;
    request.checkin.age_years = 45;
    request.wishes.goals = {{Goal::pain, 1.0}};
    request.wishes.minutes = 5;
    request.wishes.hands = {Hand::left, Hand::right};
    return planning::compose(shipped(), request);
  }();
  return made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (auto log = guidance::read_log(shipped(), text, "log")) {
    log->reached_ms = std::min<std::int64_t>(log->reached_ms, 1'000'000);
    static_cast<void>(guidance::replay(shipped(), *log));
  }
  auto script = guidance::read_script(shipped(), text, "script");
  if (!script) return 0;
  auto session = guidance::Session::open(shipped(), plan());
  for (const auto& command : *script) {
    if (command.t_ms > 2'000'000) break;
    session->give(command);
  }
  session->advance(2'000'000);
  return 0;
}
