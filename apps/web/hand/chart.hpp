// Where on its digit each vertex of a hand lies: what creases, nails and dents are drawn by.
#pragma once

#include "thenar/hand/model.hpp"

namespace thenar::web {

/// A vertex at rest, as seen from its digit.
struct ChartPoint {
  /// Along the digit in phalanges: 0 at the MCP joint of a finger, 1 at the PIP, 2 at the DIP, 3 at the tip;
  /// of the thumb 1 at the MCP joint, 2 at the IP. Less than 0 on the hand itself, −1 at a metacarpal's base.
  double along = -1;
  double across = 0;  ///< −1 the thumb's side … 1 the little finger's, in half breadths of the fingertip
  double facing = 0;  ///< 1 towards the palm … −1 out of the back
  bool thumb = false;
};

/// The chart of all vertices; `normals` at rest.
std::vector<ChartPoint> chart_of(const hand::HandModel& model, const std::vector<hand::Vec3>& normals);

}  // namespace thenar::web
