#include "order.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

namespace thenar::planning {
namespace {

/// Stretches of the middle of a hand's massage.
enum class Stretch : std::uint8_t { dry, whole, regions, move, stretch, tap };

Stretch stretch_of(const Brief& brief, const Step& step) {
  switch (step.phase) {
    case Phase::dry:
      return Stretch::dry;
    case Phase::move:
      return Stretch::move;
    case Phase::stretch:
      return Stretch::stretch;
    case Phase::tap:
    case Phase::close:
      return Stretch::tap;
    default:
      break;
  }
  const bool composite = step.group.valid() && !brief.practice.at(step.group).of.empty();
  return composite ? Stretch::whole : Stretch::regions;
}

struct Visit {
  RegionId region;
  ToolId first_tool;
  ToolId last_tool;
};

/// How the hand lies: palm up, back up, or as yet either way. A region of both sides leaves it as it lies.
enum class Lies : std::uint8_t { either, palm_up, back_up };

Lies lies_for(const Brief& brief, RegionId region) {
  const Side side = brief.practice.at(region).side;
  return side == Side::both ? Lies::either : side == Side::palmar ? Lies::palm_up : Lies::back_up;
}

int move_cost(const Brief& brief, const Visit& from, const Visit& to) {
  const auto& rules = brief.rules();
  const auto& near = brief.practice.at(from.region).next_to;
  const bool next = std::find(near.begin(), near.end(), to.region) != near.end();
  return (next ? 0 : rules.jump_cost) + (from.last_tool == to.first_tool ? 0 : rules.tool_change_cost);
}

/// The cheapest way through the regions, by dynamic programming over subsets (there are at most eight) and
/// how the hand lies. Of equal ways the one that comes first in the regions' own order.
class Way {
 public:
  Way(const Brief& brief, const std::vector<Visit>& visits)
      : brief_(brief), visits_(visits), best_((std::size_t{3} << visits.size()) * visits.size(), kUnknown) {}

  std::vector<int> cheapest() {
    std::vector<int> way;
    Lies lies = Lies::either;
    for (int set = (1 << visits_.size()) - 1; set != 0;) {
      int chosen = -1;
      int chosen_cost = 0;
      for (int next = 0; next < count(); ++next) {
        if ((set >> next & 1) == 0) continue;
        const int cost =
            (way.empty() ? 0 : move_cost(brief_, at(way.back()), at(next))) + rest(set, next, lies);
        if (chosen >= 0 && cost >= chosen_cost) continue;
        chosen = next;
        chosen_cost = cost;
      }
      way.push_back(chosen);
      lies = then(lies, chosen);
      set &= ~(1 << chosen);
    }
    return way;
  }

 private:
  static constexpr int kUnknown = -1;
  int count() const { return static_cast<int>(visits_.size()); }
  const Visit& at(int visit) const { return visits_[static_cast<std::size_t>(visit)]; }
  Lies then(Lies lies, int visit) const {
    const Lies wanted = lies_for(brief_, at(visit).region);
    return wanted == Lies::either ? lies : wanted;
  }

  /// Least cost of the regions of `set` beginning with `first`, while the hand lies so.
  int rest(int set, int first, Lies lies) {
    const auto cell = (static_cast<std::size_t>(set) * visits_.size() + static_cast<std::size_t>(first)) * 3 +
                      static_cast<std::size_t>(lies);
    if (best_[cell] != kUnknown) return best_[cell];
    const Lies after = then(lies, first);
    const int flip = lies != Lies::either && after != lies ? brief_.rules().side_flip_cost : 0;
    const int left = set & ~(1 << first);
    int least = left == 0 ? 0 : std::numeric_limits<int>::max();
    for (int next = 0; next < count(); ++next)
      if ((left >> next & 1) != 0)
        least = std::min(least, move_cost(brief_, at(first), at(next)) + rest(left, next, after));
    return best_[cell] = flip + least;
  }

  const Brief& brief_;
  const std::vector<Visit>& visits_;
  std::vector<int> best_;
};

/// Rank of each region on the way.
std::vector<int> region_ranks(const Brief& brief, const std::vector<Step>& steps) {
  const auto& regions = brief.practice.regions;
  std::vector<Visit> visits;
  for (const auto& step : steps) {
    if (stretch_of(brief, step) != Stretch::regions) continue;
    auto it =
        std::find_if(visits.begin(), visits.end(), [&](const Visit& v) { return v.region == step.region; });
    if (it == visits.end()) {
      visits.push_back({step.region, step.tool, step.tool});
    } else {
      it->last_tool = step.tool;
    }
  }
  std::stable_sort(visits.begin(), visits.end(), [&](const Visit& a, const Visit& b) {
    return brief.practice.at(a.region).order < brief.practice.at(b.region).order;
  });
  std::vector<int> ranks(regions.size());
  for (std::size_t i = 0; i < regions.size(); ++i) ranks[i] = 100 + regions[i].order;
  const auto way = Way(brief, visits).cheapest();
  for (std::size_t i = 0; i < way.size(); ++i)
    ranks[visits[static_cast<std::size_t>(way[i])].region.at()] = static_cast<int>(i);
  return ranks;
}

/// The rank of a step where what lies nearer to the body comes first, as for swelling: fluid needs a free way
/// on. For other goals all are alike.
int nearness(const Brief& brief, const Step& step) {
  const auto& goals = brief.rules().proximal_first_goals;
  if (std::none_of(goals.begin(), goals.end(), [&](Goal goal) { return brief.wished(goal); })) return 0;
  int farthest = static_cast<int>(Segment::forearm);
  step.zones.each(
      [&](ZoneId zone) { farthest = std::min(farthest, static_cast<int>(brief.practice.at(zone).segment)); });
  return -farthest;
}

int length_of(const Step& step) {
  return step.changeover_seconds + step.seconds;
}

/// How many turns the steps need, each no longer than a giving hand should work.
int least_turns(const Brief& brief, const std::vector<Step>& steps) {
  int turns = 0;
  int seconds = 0;
  for (const auto& step : steps) {
    if (turns == 0 || seconds + length_of(step) > brief.rules().max_turn_seconds) {
      ++turns;
      seconds = 0;
    }
    seconds += length_of(step);
  }
  return turns;
}

/// Cuts the steps of a hand into so many turns, none longer than a giving hand should work: between regions
/// where that is possible, and as even as that allows. Exact, by dynamic programming over the cuts.
std::vector<std::vector<Step>> cut(const Brief& brief, std::vector<Step> steps, int turns) {
  if (turns == 1) return {std::move(steps)};
  using Cost = std::pair<int, int>;  // cuts within a region, longest turn
  constexpr Cost kNever{std::numeric_limits<int>::max(), 0};
  const std::size_t count = steps.size();
  const auto rows = static_cast<std::size_t>(turns) + 1;
  std::vector<std::vector<Cost>> best(rows, std::vector<Cost>(count + 1, kNever));
  std::vector<std::vector<std::size_t>> from(rows, std::vector<std::size_t>(count + 1, 0));
  best[0][0] = {0, 0};
  for (std::size_t t = 1; t < rows; ++t)
    for (std::size_t end = t; end <= count; ++end) {
      int seconds = 0;
      for (std::size_t begin = end; begin-- > t - 1;) {
        seconds += length_of(steps[begin]);
        if (end - begin > 1 && seconds > brief.rules().max_turn_seconds) break;
        if (best[t - 1][begin] == kNever) continue;
        const bool within = begin > 0 && steps[begin].region == steps[begin - 1].region;
        const Cost cost{best[t - 1][begin].first + (within ? 1 : 0),
                        std::max(best[t - 1][begin].second, seconds)};
        if (cost >= best[t][end]) continue;
        best[t][end] = cost;
        from[t][end] = begin;
      }
    }
  std::vector<std::vector<Step>> cuts(static_cast<std::size_t>(turns));
  std::size_t end = count;
  for (std::size_t t = rows - 1; t > 0; --t) {
    THENAR_CHECK(best[t][end] != kNever);
    const std::size_t begin = from[t][end];
    for (std::size_t i = begin; i < end; ++i) cuts[t - 1].push_back(std::move(steps[i]));
    end = begin;
  }
  return cuts;
}

/// Splits off the leading steps up to and with the last dry one; nothing when there is no dry work.
std::vector<Step> take_dry(std::vector<Step>& steps) {
  auto last = std::find_if(steps.rbegin(), steps.rend(), [](const Step& s) { return s.phase == Phase::dry; });
  std::vector<Step> dry(std::make_move_iterator(steps.begin()), std::make_move_iterator(last.base()));
  steps.erase(steps.begin(), last.base());
  return dry;
}

/// The hand that is worked on first: in self-massage the dominant hand works first, so the other one
/// receives; a hand that must not pass anything on comes last; a session under way goes on with its hand.
Hand first_hand(const Brief& brief) {
  if (brief.progress != nullptr) return brief.progress->current;
  const auto& hands = brief.clearance.hands;
  if (hands.left.last != hands.right.last) return hands.left.last ? Hand::right : Hand::left;
  const auto& checkin = brief.request.checkin;
  if (checkin.mode == Mode::self && checkin.dominant_hand) return other(*checkin.dominant_hand);
  return brief.request.wishes.hands.empty() ? Hand::left : brief.request.wishes.hands.front();
}

void append(std::vector<Step>& to, std::vector<Step>& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

void order_hand(const Brief& brief, std::vector<Step>& steps) {
  const auto ranks = region_ranks(brief, steps);
  const auto key = [&](const Step& step) {
    const auto stretch = stretch_of(brief, step);
    return std::tuple(stretch, nearness(brief, step), ranks[step.region.at()], step.group, step.phase);
  };
  std::stable_sort(steps.begin(), steps.end(), [&](const Step& a, const Step& b) { return key(a) < key(b); });
}

std::vector<Step> take_turns(const Brief& brief, PerHand<std::vector<Step>> hands) {
  const Hand first = first_hand(brief);
  const bool both = !hands.left.empty() && !hands.right.empty();
  const bool alternate = both && brief.request.checkin.mode == Mode::self;
  std::vector<Step> sequence;
  Hand next = first;
  // A programme keeps its own order; otherwise oil comes after the dry work of both hands.
  if (both && brief.slips() && !brief.programme.valid())
    for (Hand hand : {first, other(first)}) {
      auto dry = take_dry(hands[hand]);
      if (dry.empty()) continue;
      append(sequence, dry);
      next = alternate ? other(hand) : hand;
    }
  PerHand<int> needed;
  for (Hand hand : kHands) {
    needed[hand] = least_turns(brief, hands[hand]);
    if (!alternate) needed[hand] = std::min(needed[hand], 1);
  }
  // The hands can take turns only where neither has more than one turn above the other; then the hand with
  // more of them begins.
  for (Hand hand : kHands)
    if (alternate)
      needed[hand] = std::clamp(needed[other(hand)] - 1, needed[hand],
                                std::max(needed[hand], static_cast<int>(hands[hand].size())));
  if (alternate && needed[next] < needed[other(next)]) {
    const bool may_begin =
        sequence.empty() && brief.progress == nullptr && !brief.clearance.hands[other(next)].last;
    if (may_begin) {
      next = other(next);
    } else {
      needed[next] = std::min(needed[other(next)], static_cast<int>(hands[next].size()));
    }
  }
  PerHand<std::vector<std::vector<Step>>> turns;
  for (Hand hand : kHands) turns[hand] = cut(brief, std::move(hands[hand]), needed[hand]);
  PerHand<std::size_t> at;
  while (at.left < turns.left.size() || at.right < turns.right.size()) {
    if (at[next] < turns[next].size()) append(sequence, turns[next][at[next]++]);
    next = other(next);
  }
  return sequence;
}

std::vector<std::size_t> hand_changes(const Practice& practice, const std::vector<Step>& steps) {
  std::vector<std::size_t> changes;
  std::optional<Hand> at;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (practice.at(steps[i].technique).kind == TechniqueKind::breath) continue;
    if (at && *at != steps[i].hand) changes.push_back(i);
    at = steps[i].hand;
  }
  return changes;
}

}  // namespace thenar::planning
