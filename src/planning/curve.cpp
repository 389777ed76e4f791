#include "curve.hpp"

namespace thenar::planning {
namespace {

/// Takes out what costs as much as something else that is worth as much: no use of fewer quanta and points
/// may score as high. Every limit is an upper one, so nothing is lost.
void drop_dominated(Curve& curve) {
  const Curve all = curve;
  each_layer(curve.most, [&](Counts c) {
    std::vector<double> best(static_cast<std::size_t>(all.size), kNone);  // with fewer points
    each_layer(c, [&](Counts fewer) {
      if (fewer.acupoints == c.acupoints && fewer.triggers == c.triggers) return;
      for (int q = 0; q < all.size; ++q)
        best[static_cast<std::size_t>(q)] = std::max(best[static_cast<std::size_t>(q)], all.at(fewer, q));
    });
    double shorter = kNone;
    for (int q = 0; q < all.size; ++q) {
      shorter = std::max(shorter, best[static_cast<std::size_t>(q)]);
      auto& here = curve.layer(c)[q];
      if (here <= shorter) here = kNone;
      shorter = std::max(shorter, here);
    }
  });
}

}  // namespace

Curve add(const Curve& a, const Curve& b, int limit, Counts allowed) {
  const Counts most{std::min(a.most.acupoints + b.most.acupoints, allowed.acupoints),
                    std::min(a.most.triggers + b.most.triggers, allowed.triggers)};
  Curve sum = Curve::empty(std::min(a.size + b.size - 1, limit + 1), most);
  each_layer(b.most, [&](Counts cb) {
    each_layer(a.most, [&](Counts ca) {
      const Counts c{ca.acupoints + cb.acupoints, ca.triggers + cb.triggers};
      if (c.acupoints > most.acupoints || c.triggers > most.triggers) return;
      const double* from = a.layer(ca);
      const double* more = b.layer(cb);
      const int begin =
          static_cast<int>(std::find_if(from, from + a.size, [](auto s) { return s > kNone; }) - from);
      double* to = sum.layer(c);
      for (int k = 0; k < b.size && k < sum.size; ++k) {
        const double gain = more[k];
        if (gain <= kNone) continue;
        const int end = std::min(a.size, sum.size - k);
        double* out = to + k;
        // kNone + gain stays far below every real score, so unreachable entries need no test here.
        for (int q = begin; q < end; ++q) out[q] = std::max(out[q], from[q] + gain);
      }
    });
  });
  for (auto& score : sum.score)
    if (score < kNone / 2) score = kNone;
  drop_dominated(sum);
  return sum;
}

}  // namespace thenar::planning
