// Catmull–Clark subdivision (Catmull and Clark, 1978) as a matrix, so that positions, targets and weights
// follow the same way.
#pragma once

#include "thenar/hand/geometry.hpp"

namespace thenar::hand {

/// One step: every fine vertex is a weighted mean of coarse ones. Fine vertices are the coarse ones in their
/// order, then one an edge, then one a face; each quad becomes four. The boundary of an open mesh becomes a
/// cubic B-spline of its own.
struct Refinement {
  std::vector<std::int32_t> begin;   ///< by fine vertex where its entries begin; one more at the end
  std::vector<std::int32_t> source;  ///< coarse vertex of an entry
  std::vector<double> weight;        ///< of an entry; those of a vertex add up to 1
  std::vector<Quad> quads;

  std::size_t size() const { return begin.size() - 1; }

  /// Fine values of coarse ones; T has += and * double, and `zero` is its null.
  template <class T>
  std::vector<T> operator()(const std::vector<T>& coarse, const T& zero) const {
    std::vector<T> fine(size(), zero);
    for (std::size_t row = 0; row < size(); ++row)
      for (auto i = static_cast<std::size_t>(begin[row]); i < static_cast<std::size_t>(begin[row + 1]); ++i)
        fine[row] += coarse[static_cast<std::size_t>(source[i])] * weight[i];
    return fine;
  }
};

/// The step for a mesh in which each edge belongs to at most two quads.
Refinement refine(std::size_t vertices, const std::vector<Quad>& quads);

}  // namespace thenar::hand
