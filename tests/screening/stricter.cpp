// Two expectations as one: whoever has both conditions is treated by the stricter of each limit.
#include <algorithm>

#include "expected.hpp"

namespace thenar::test {
namespace {

template <class T>
void shorter(std::optional<T>& a, const std::optional<T>& b) {
  if (b) a = a ? std::min(*a, *b) : *b;
}

void narrow(ZoneClearance& a, const ZoneClearance& b) {
  a.max_level = std::min(a.max_level, b.max_level);
  a.excluded = a.excluded || b.excluded;
  a.static_allowed = a.static_allowed && b.static_allowed;
  a.techniques_off |= b.techniques_off;
  shorter(a.max_seconds, b.max_seconds);
  shorter(a.max_force_n, b.max_force_n);
}

void narrow(HandClearance& a, const HandClearance& b) {
  a.allowed = a.allowed && b.allowed;
  a.max_seconds = std::min(a.max_seconds, b.max_seconds);
  a.max_firm_seconds = std::min(a.max_firm_seconds, b.max_firm_seconds);
  a.max_programme_seconds = std::min(a.max_programme_seconds, b.max_programme_seconds);
  for (std::size_t i = 0; i < a.zones.size(); ++i) narrow(a.zones[i], b.zones[i]);
  a.techniques_off |= b.techniques_off;
  a.points_off |= b.points_off;
  a.programmes_off |= b.programmes_off;
  a.feedback_unreliable = a.feedback_unreliable || b.feedback_unreliable;
  a.last = a.last || b.last;
}

}  // namespace

Expected stricter(Expected a, const Expected& b) {
  a.c.verdict = std::max(a.c.verdict, b.c.verdict);
  a.c.max_seconds = std::min(a.c.max_seconds, b.c.max_seconds);
  for (auto hand : kHands) {
    narrow(a.c.hands[hand], b.c.hands[hand]);
    auto& giver = a.c.giver[hand];
    giver.can_give = giver.can_give && b.c.giver[hand].can_give;
    giver.tools_off |= b.c.giver[hand].tools_off;
    giver.max_level = std::min(giver.max_level, b.c.giver[hand].max_level);
  }
  a.c.products_off |= b.c.products_off;
  a.c.heat_off = a.c.heat_off || b.c.heat_off;
  a.c.lubricant_required = a.c.lubricant_required || b.c.lubricant_required;
  a.c.gloves = a.c.gloves || b.c.gloves;
  a.c.slow = a.c.slow || b.c.slow;
  a.c.quiet = a.c.quiet || b.c.quiet;
  a.advises = a.advises || b.advises;
  a.urgency = std::max(a.urgency, b.urgency);
  return a;
}

}  // namespace thenar::test
