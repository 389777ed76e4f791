// What a struct needs to list its fields (its `describe`) without knowing JSON: the words of its
// enumerations, the ranges of its numbers and the name of a JSON value.
#pragma once

#include <cstddef>
#include <limits>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string_view>

namespace thenar {

/// JSON value that keeps the order of its fields.
using Json = nlohmann::ordered_json;

/// The words of an enumeration in the order of its values. Specialise with `static constexpr` array `words`.
template <class E>
struct EnumWords;

template <class E>
std::string_view word(E value) {
  return EnumWords<E>::words[static_cast<std::size_t>(value)];
}

/// The enumeration value of a word, if it is one.
template <class E>
std::optional<E> from_word(std::string_view text) {
  for (std::size_t i = 0; i < EnumWords<E>::words.size(); ++i)
    if (EnumWords<E>::words[i] == text) return static_cast<E>(i);
  return std::nullopt;
}

/// Allowed numbers, both ends included.
struct Range {
  double low = std::numeric_limits<double>::lowest();
  double high = std::numeric_limits<double>::max();
};

}  // namespace thenar
