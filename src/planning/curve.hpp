// Curves: the best score for each number of quanta. What the planner's dynamic programming adds up.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "thenar/base/result.hpp"

namespace thenar::planning {

/// The score of what cannot be had. Real scores are whole numbers below kExact, kept as doubles because a
/// machine adds and compares several of those at once.
inline constexpr double kNone = -1e300;
inline constexpr double kExact = 9007199254740992.0;  // 2^53: below it every whole number is a double

/// How many points of each kind are used. Layer = acupoints · (triggers allowed + 1) + triggers.
struct Counts {
  int acupoints = 0;
  int triggers = 0;
};

/// Best score by layer and exact quanta.
struct Curve {
  int size = 1;  ///< quanta 0 … size − 1
  Counts most;   ///< highest counts that occur
  std::vector<double> score;

  static Curve nothing() { return {1, {}, {0}}; }
  static Curve empty(int size, Counts most) {
    Curve curve{size, most, {}};
    curve.score.assign(static_cast<std::size_t>(size * (most.acupoints + 1) * (most.triggers + 1)), kNone);
    return curve;
  }
  double* layer(Counts at) {
    return score.data() +
           static_cast<std::ptrdiff_t>(at.acupoints * (most.triggers + 1) + at.triggers) * size;
  }
  const double* layer(Counts at) const { return const_cast<Curve*>(this)->layer(at); }
  bool has(Counts at, int quanta) const {
    return at.acupoints >= 0 && at.triggers >= 0 && at.acupoints <= most.acupoints &&
           at.triggers <= most.triggers && quanta >= 0 && quanta < size && layer(at)[quanta] > kNone;
  }
  double at(Counts counts, int quanta) const { return layer(counts)[quanta]; }
};

/// Calls f(Counts) for every layer of a curve.
template <class F>
void each_layer(Counts most, F&& f) {
  for (int a = 0; a <= most.acupoints; ++a)
    for (int t = 0; t <= most.triggers; ++t) f(Counts{a, t});
}

/// Best of using both: max-plus convolution, cut at `limit` quanta and at the allowed counts, without what
/// costs as much as something else that is worth as much.
Curve add(const Curve& a, const Curve& b, int limit, Counts allowed);

/// A sum of curves that remembers its partial sums, to find the way back.
struct Sum {
  std::vector<Curve> parts;
  std::vector<Curve> partial{Curve::nothing()};  ///< partial[i]: the first i parts together

  void put(Curve part, int limit, Counts allowed) {
    partial.push_back(add(partial.back(), part, limit, allowed));
    parts.push_back(std::move(part));
  }
  const Curve& total() const { return partial.back(); }

  /// How much of each part makes total()[counts][quanta]. Calls f(part index, counts, quanta).
  template <class F>
  void trace(Counts counts, int quanta, F&& f) const {
    for (std::size_t i = parts.size(); i-- > 0;) {
      const double wanted = partial[i + 1].at(counts, quanta);
      bool found = false;
      const Curve& part = parts[i];
      const Curve& before = partial[i];
      each_layer(part.most, [&](Counts used) {
        const Counts rest{counts.acupoints - used.acupoints, counts.triggers - used.triggers};
        if (found || rest.acupoints < 0 || rest.triggers < 0 || rest.acupoints > before.most.acupoints ||
            rest.triggers > before.most.triggers)
          return;
        const double* here = part.layer(used);
        const double* there = before.layer(rest);
        // A sum with kNone in it is never wanted.
        for (int k = std::max(0, quanta - before.size + 1); k < std::min(part.size, quanta + 1); ++k) {
          if (there[quanta - k] + here[k] != wanted) continue;
          f(i, used, k);
          counts = rest;
          quanta -= k;
          found = true;
          return;
        }
      });
      THENAR_CHECK(found);
    }
  }
};

}  // namespace thenar::planning
