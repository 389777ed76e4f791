// The hand that a program carries.
#pragma once

#include <cstdint>
#include <span>

namespace thenar::hand {

/// The bytes of a hand file (asset.hpp).
std::span<const std::uint8_t> embedded_bytes();

}  // namespace thenar::hand
