// Any bytes as JSON: refused with a place, or a value that is written and read again as the same bytes.
#include <cstddef>
#include <cstdint>

#include "thenar/base/json.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace thenar;
  const auto value = parse_json({reinterpret_cast<const char*>(data), size}, "fuzz");
  if (!value) {
    THENAR_CHECK(!value.error().place.file.empty());
    return 0;
  }
  const std::string written = to_line(*value);
  const auto again = parse_json(written, "again");
  THENAR_CHECK(again.has_value() && to_line(*again) == written);
  return 0;
}
