// A sound plan with a piece of it replaced by any bytes: refused, or still within the clearance. The first
// two bytes say where the piece begins, the third how long it is.
#include <cstddef>
#include <cstdint>

#include "thenar/base/json.hpp"
#include "thenar/planning/planning.hpp"
#include "thenar/practice/embedded.hpp"

namespace {

using namespace thenar;

const Practice& shipped() {
  static const Practice practice = practice::embedded_practice();
  return practice;
}

const std::string& sound_plan() {
  static const std::string text = [] {
    Request request;
    request.checkin.age_years = 45;
    request.wishes.goals = {{Goal::pain, 1.0}};
    request.wishes.minutes = 5;
    request.wishes.hands = {Hand::left, Hand::right};
    return to_line(planning::to_document(shipped(), planning::compose(shipped(), request)));
  }();
  return text;
}

void read(std::string_view text) {
  const auto plan = planning::read_plan(shipped(), text, "fuzz");
  if (!plan) {
    THENAR_CHECK(!plan.error().empty());
    return;
  }
  THENAR_CHECK(planning::beyond_clearance(shipped(), plan->clearance, plan->request, plan->steps).empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  read({reinterpret_cast<const char*>(data), size});
  if (size < 3) return 0;
  std::string text = sound_plan();
  const std::size_t begin = (std::size_t{data[0]} << 8U | data[1]) % text.size();
  text.replace(begin, data[2] % 32U, reinterpret_cast<const char*>(data) + 3, size - 3);
  read(text);
  return 0;
}
