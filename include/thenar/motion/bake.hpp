// Clips made by several threads.
#pragma once

#include <functional>

#include "thenar/motion/clip.hpp"

namespace thenar::motion {

/// Told after each clip: which of the ids it is of. Never by two threads at once.
using ClipDone = std::function<void(std::size_t, const Result<Clip>&)>;

/// The clips of ids, in their order; the same whatever the number of threads. Fails where no scene can be
/// made.
Loaded<std::vector<Result<Clip>>> bake(const Practice& practice, const hand::Asset& asset,
                                       const hand::HandShape& shape, std::span<const ClipId> ids, int threads,
                                       const ClipDone& done);

}  // namespace thenar::motion
