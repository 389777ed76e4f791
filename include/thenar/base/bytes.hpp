// Small binary files: numbers in little endian, texts with their length, and at the end a checksum.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "thenar/base/result.hpp"

namespace thenar {

static_assert(std::endian::native == std::endian::little);

/// Fowler, Noll and Vo's 64-bit hash: finds damage, not malice.
inline std::uint64_t checksum(std::span<const std::uint8_t> bytes) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const std::uint8_t byte : bytes) hash = (hash ^ byte) * 0x100000001b3U;
  return hash;
}

class ByteWriter {
 public:
  template <class T>
  void number(T value) {
    const auto raw = std::bit_cast<std::array<std::uint8_t, sizeof(T)>>(value);
    bytes_.insert(bytes_.end(), raw.begin(), raw.end());
  }
  void text(std::string_view text) {
    number(static_cast<std::uint32_t>(text.size()));
    bytes_.insert(bytes_.end(), text.begin(), text.end());
  }
  /// All that was written, and its checksum.
  std::vector<std::uint8_t> finish() && {
    number(checksum(bytes_));
    return std::move(bytes_);
  }

 private:
  std::vector<std::uint8_t> bytes_;
};

/// Reads within its bounds; past the end everything is null and `ok` false.
class ByteReader {
 public:
  explicit ByteReader(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}
  template <class T>
  T number() {
    std::array<std::uint8_t, sizeof(T)> raw{};
    if (!take(raw.size())) return T{};
    std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(at_ - raw.size()), raw.size(), raw.begin());
    return std::bit_cast<T>(raw);
  }
  std::string text() {
    const auto size = number<std::uint32_t>();
    if (!take(size)) return {};
    return {reinterpret_cast<const char*>(bytes_.data()) + (at_ - size), size};
  }
  /// How many things of some bytes each follow; 0 and not ok when they cannot be there.
  std::size_t count(std::size_t bytes_each) {
    const std::size_t n = number<std::uint32_t>();
    if (n > (bytes_.size() - at_) / bytes_each) ok_ = false;
    return ok_ ? n : 0;
  }
  bool ok() const { return ok_; }
  bool at_end() const { return at_ == bytes_.size(); }

 private:
  bool take(std::size_t size) {
    ok_ = ok_ && size <= bytes_.size() - at_;
    if (ok_) at_ += size;
    return ok_;
  }
  std::span<const std::uint8_t> bytes_;
  std::size_t at_ = 0;
  bool ok_ = true;
};

/// Reads a file that begins with a word and a version and ends with its checksum: what lies between. Fails
/// where it is another file (`kind` says what was wanted), of another version, damaged or cut off.
Result<ByteReader> open_bytes(std::span<const std::uint8_t> bytes, std::string_view word,
                              std::uint32_t version, const std::string& name, const std::string& kind);

/// A problem of such a file.
tl::unexpected<Problem> wrong_file(const std::string& name, std::string found, std::string expected);

}  // namespace thenar
