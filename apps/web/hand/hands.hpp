// The hands that a page draws, as one object with text in and text out and arrays between: what the exports
// of thenar_hand.wasm call. Runs natively too, so that both can be compared.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string_view>

#include "../boundary/answer.hpp"
#include "drawn_hand.hpp"
#include "played.hpp"

namespace thenar::web {

/// How many hands can be open at once.
inline constexpr std::size_t kMostHands = 8;

class Hands {
 public:
  /// Takes a practice document (thenar.practice/1), checked whole; with an empty text the built-in one. Hands
  /// that are open keep theirs. Gives {"version", "zones": [ids], "ranges": {angle: {"least", "most"}}},
  /// angles in radians and in the order of a pose.
  Answer load(std::string_view practice_json);

  /// Takes the bytes of hand.bin. Gives {"shapes": [names of free shapes]}.
  Answer load_asset(std::string_view bytes);

  /// Played::load, with the practice that was loaded.
  Answer load_clips(std::string_view bytes);
  Played& played() { return played_; }

  /// Played::show_steps of {"request": thenar.request/1, "steps": [as in thenar.plan/1]}, within what
  /// screening allows of the request now.
  Answer show_steps(std::string_view text);

  /// Played::join; −1 where there is none.
  double join(std::int32_t from, double share, std::int32_t to);

  /// Makes a hand of {"man", "years", "length_m", "shapes", "level"}, each of which may be left out. Gives
  /// {"hand", "vertices", "triangles", "length_m", "rest": [24 angles], "elbow": [x, y, z]}.
  Answer make(std::string_view shape);

  /// The points of the practice on a hand at rest. Gives {"points": [{"id", "name", "kind", "zone",
  /// "triangle", "weights", "at", "normal"}]}.
  Answer points(std::int32_t hand) const;

  /// Marks zones, a list of ids: fills zone_distance. Gives {"zones"}.
  Answer mark(std::int32_t hand, std::string_view zones);

  /// Forgets a hand. Gives {"hand"}.
  Answer close(std::int32_t hand);

  /// An open hand, or nothing.
  DrawnHand* find(std::int32_t hand) const;

 private:
  /// The scene, made where there is none; null where it cannot be.
  motion::Scene* scene();

  std::shared_ptr<const Practice> practice_;
  std::unique_ptr<hand::Asset> asset_;
  std::unique_ptr<motion::Scene> scene_;  ///< of the hands that the clips were made with, once it is needed
  Played played_;
  std::map<std::int32_t, std::unique_ptr<DrawnHand>> hands_;
  std::int32_t last_hand_ = 0;
};

}  // namespace thenar::web
