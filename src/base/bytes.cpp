#include "thenar/base/bytes.hpp"

namespace thenar {

tl::unexpected<Problem> wrong_file(const std::string& name, std::string found, std::string expected) {
  return tl::unexpected(Problem{
      {name, 0, {}}, std::move(found), std::move(expected), "Take the file that came with this version"});
}

Result<ByteReader> open_bytes(std::span<const std::uint8_t> bytes, std::string_view word,
                              std::uint32_t version, const std::string& name, const std::string& kind) {
  ByteReader head(bytes);
  if (head.text() != word) return wrong_file(name, "another file", kind);
  const auto there = head.number<std::uint32_t>();
  if (there != version)
    return wrong_file(name, "version " + std::to_string(there), "version " + std::to_string(version));
  if (bytes.size() < sizeof(std::uint64_t)) return wrong_file(name, "a file that is cut off", "a whole one");
  const auto body = bytes.first(bytes.size() - sizeof(std::uint64_t));
  if (ByteReader(bytes.last(sizeof(std::uint64_t))).number<std::uint64_t>() != checksum(body))
    return wrong_file(name, "a damaged or cut-off file", "one whose checksum is right");
  ByteReader in(body);
  in.text();
  in.number<std::uint32_t>();
  return in;
}

}  // namespace thenar
