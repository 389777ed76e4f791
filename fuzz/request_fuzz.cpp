// Any bytes as a request: refused with its problems, or planned. No plan goes beyond its clearance, and every
// plan can be written, read again and written as the same bytes.
#include <cstddef>
#include <cstdint>

#include "thenar/base/json.hpp"
#include "thenar/planning/planning.hpp"
#include "thenar/practice/embedded.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace thenar;
  static const Practice practice = practice::embedded_practice();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto request = screening::read_request(practice, text, "fuzz");
  if (!request) {
    THENAR_CHECK(!request.error().empty());
    return 0;
  }
  const Plan plan = planning::compose(practice, *request);
  THENAR_CHECK(planning::beyond_clearance(practice, plan.clearance, *request, plan.steps).empty());
  const Json document = planning::to_document(practice, plan);
  const auto again = planning::read_plan(practice, document, "again");
  THENAR_CHECK(again.has_value() && planning::to_document(practice, *again) == document);
  return 0;
}
