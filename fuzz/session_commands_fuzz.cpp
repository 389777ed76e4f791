// Any bytes as what a person says to a session, four bytes a command. Whatever is said: nothing given goes
// past the clearance, time stays within what was promised, and the session said again is the same session.
#include <cstddef>
#include <cstdint>

#include "thenar/guidance/log.hpp"
#include "thenar/practice/embedded.hpp"

namespace {

using namespace thenar;
using guidance::CommandKind;

const Practice& shipped() {
  static const Practice practice = practice::embedded_practice();
  return practice;
}

/// A plan of our own in each mode, and every programme.
const std::vector<Plan>& plans() {
  static const std::vector<Plan> made = [] {
    std::vector<Plan> all;
    for (int programme = -1; programme < static_cast<int>(shipped().programmes.size()); ++programme)
      for (const Mode mode : {Mode::self, Mode::partner}) {
        Request request;
        request.checkin.mode = mode;
        request.checkin.age_years = 45;
        request.checkin.ratings.tingling.left = 2;
        request.wishes.goals = {{Goal::pain, 1.0}};
        request.wishes.minutes = 8;
        request.wishes.hands = {Hand::left, Hand::right};
        if (programme >= 0) request.wishes.programme = ProgrammeId{static_cast<std::int16_t>(programme)};
        Plan plan = planning::compose(shipped(), request);
        if (!plan.steps.empty()) all.push_back(std::move(plan));
      }
    return all;
  }();
  return made;
}

/// Kind, value and answer, kind of pain and zone, seconds until it is said.
guidance::TimedCommand command_of(const std::uint8_t* bytes, const guidance::Session& session,
                                  std::int64_t& t_ms) {
  guidance::TimedCommand said;
  guidance::Command& command = said.command;
  command.command = static_cast<CommandKind>(bytes[0] % EnumWords<CommandKind>::words.size());
  if (bytes[1] < 16) command.value = bytes[1];
  const auto& answers = session.state().answers;
  if (!answers.empty()) command.answer = answers[bytes[1] % answers.size()];
  if (bytes[2] < 6) command.kind = static_cast<guidance::PainKind>(bytes[2]);
  if (bytes[2] >= 64) command.zone = ZoneId{static_cast<std::int16_t>(bytes[2] - 64)};
  said.t_ms = t_ms += 250 * bytes[3];
  return said;
}

void must(bool holds) {
  if (!holds) __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 1) return 0;
  const Plan& plan = plans()[data[0] % plans().size()];
  auto session = guidance::Session::open(shipped(), plan);
  must(session.has_value());
  std::int64_t promised_ms = 0;
  for (const Step& step : plan.steps)
    promised_ms += std::int64_t{1000} * (step.changeover_seconds + step.seconds);
  std::int64_t t_ms = 0;
  session->give({0, {CommandKind::start, {}, {}, {}, {}}});
  for (std::size_t at = 1; at + 4 <= size && at < 400; at += 4) {
    must(!session->give(command_of(data + at, *session, t_ms)).empty());
    must(session->state().session_ms <= promised_ms);
    must(planning::beyond_clearance(shipped(), session->plan().clearance, plan.request, session->steps())
             .empty());
  }
  session->advance(t_ms += 4'000'000);
  const auto again = guidance::replay(shipped(), {plan, session->log(), {}, t_ms});
  must(again.has_value() && again->state() == session->state());
  return 0;
}
