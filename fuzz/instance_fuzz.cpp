// Any bytes as a planning instance: refused with its problems, or written again as what was read.
#include <cstddef>
#include <cstdint>

#include "thenar/base/json.hpp"
#include "thenar/planning/instance.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace thenar;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto instance = parse_document<planning::Instance>(text, "fuzz", nullptr);
  if (!instance) return 0;
  const Json written = to_json(*instance, nullptr);
  const auto again = read_document<planning::Instance>(written, "again", nullptr);
  THENAR_CHECK(again.has_value() && to_json(*again, nullptr) == written);
  return 0;
}
