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

int cost_between(const Brief& brief, const Visit& from, const Visit& to) {
  const auto& rules = brief.rules();
  const auto& a = brief.practice.at(from.region);
  const auto& b = brief.practice.at(to.region);
  const bool flips = a.side != b.side && a.side != Side::both && b.side != Side::both;
  const bool near = std::find(a.next_to.begin(), a.next_to.end(), to.region) != a.next_to.end();
  return (flips ? rules.side_flip_cost : 0) + (near ? 0 : rules.jump_cost) +
         (from.last_tool == to.first_tool ? 0 : rules.tool_change_cost);
}

/// The cheapest way through the regions, by dynamic programming over subsets (there are at most eight). Of
/// equal ways the one that comes first in the regions' own order.
std::vector<int> best_way(const Brief& brief, const std::vector<Visit>& visits) {
  const auto count = static_cast<int>(visits.size());
  const int all = 1 << count;
  constexpr int kFar = std::numeric_limits<int>::max() / 2;
  // best[set][first]: cheapest way to visit the regions of `set` beginning with `first`.
  std::vector<int> best(static_cast<std::size_t>(all * count), kFar);
  const auto cell = [&](int set, int first) -> int& {
    return best[static_cast<std::size_t>(set * count + first)];
  };
  for (int set = 1; set < all; ++set)
    for (int first = 0; first < count; ++first) {
      if ((set >> first & 1) == 0) continue;
      const int rest = set & ~(1 << first);
      if (rest == 0) cell(set, first) = 0;
      for (int next = 0; next < count; ++next)
        if ((rest >> next & 1) != 0)
          cell(set, first) =
              std::min(cell(set, first),
                       cell(rest, next) + cost_between(brief, visits[static_cast<std::size_t>(first)],
                                                       visits[static_cast<std::size_t>(next)]));
    }
  std::vector<int> way;
  int set = all - 1;
  while (set != 0) {
    int chosen = -1;
    int chosen_cost = kFar;
    for (int first = 0; first < count; ++first) {
      if ((set >> first & 1) == 0) continue;
      const int enter = way.empty() ? 0
                                    : cost_between(brief, visits[static_cast<std::size_t>(way.back())],
                                                   visits[static_cast<std::size_t>(first)]);
      if (enter + cell(set, first) < chosen_cost) {
        chosen = first;
        chosen_cost = enter + cell(set, first);
      }
    }
    way.push_back(chosen);
    set &= ~(1 << chosen);
  }
  return way;
}

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
  if (visits.empty()) return ranks;
  const auto way = best_way(brief, visits);
  for (std::size_t i = 0; i < way.size(); ++i)
    ranks[visits[static_cast<std::size_t>(way[i])].region.at()] = static_cast<int>(i);
  return ranks;
}

/// Steps of one hand cut into turns that are short enough for the giving hand.
std::vector<std::vector<Step>> turns_of(const Brief& brief, std::vector<Step> steps, bool alternate) {
  std::vector<std::vector<Step>> turns;
  int seconds = 0;
  for (auto& step : steps) {
    const int length = step.changeover_seconds + step.seconds;
    if (turns.empty() || (alternate && seconds + length > brief.rules().max_turn_seconds)) {
      turns.emplace_back();
      seconds = 0;
    }
    seconds += length;
    turns.back().push_back(std::move(step));
  }
  return turns;
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
    return std::tuple(stretch, ranks[step.region.at()], step.group, step.phase);
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
      next = hand;
    }
  PerHand<std::vector<std::vector<Step>>> turns;
  for (Hand hand : kHands) turns[hand] = turns_of(brief, std::move(hands[hand]), alternate);
  PerHand<std::size_t> at;
  while (at.left < turns.left.size() || at.right < turns.right.size()) {
    if (at[next] < turns[next].size()) append(sequence, turns[next][at[next]++]);
    next = other(next);
  }
  return sequence;
}

int hand_changes(const std::vector<Step>& steps) {
  int changes = 0;
  for (std::size_t i = 1; i < steps.size(); ++i) changes += steps[i].hand != steps[i - 1].hand ? 1 : 0;
  return changes;
}

}  // namespace thenar::planning
