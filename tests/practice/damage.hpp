// One change to the small practice, and the one problem that must come of it.
#pragma once

#include <string>
#include <vector>

namespace thenar::practice {

/// Replaces `from`, which must stand in the file exactly once, by `to`.
struct Damage {
  std::string file;
  std::string from;
  std::string to;
};

/// A value's place: the line of `anchor`, which stands in the damaged file exactly once.
struct Spot {
  std::string file;
  std::string anchor;
};

/// Expects exactly one problem: at `path`, in the line where `spot` is found after the damage, its text for
/// people containing `says`. Without a spot the line is that of the first damage's new text.
void expect_only(const std::vector<Damage>& damages, const std::string& path, const std::string& says,
                 Spot spot = {});

}  // namespace thenar::practice
