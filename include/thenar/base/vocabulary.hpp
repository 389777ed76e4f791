// The small words that every room shares: hands, roles, goals, levels.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "thenar/base/fields.hpp"

namespace thenar {

enum class Hand : std::uint8_t { left, right };
inline constexpr std::array kHands{Hand::left, Hand::right};
constexpr Hand other(Hand hand) {
  return hand == Hand::left ? Hand::right : Hand::left;
}
constexpr std::size_t at(Hand hand) {
  return static_cast<std::size_t>(hand);
}

/// One value for each hand. In documents an object with the keys left and right.
template <class T>
struct PerHand {
  T left{};
  T right{};
  T& operator[](Hand hand) { return hand == Hand::left ? left : right; }
  const T& operator[](Hand hand) const { return hand == Hand::left ? left : right; }
  bool operator==(const PerHand&) const = default;
};
template <class A, class T>
void describe(A& a, PerHand<T>& value) {
  a.optional("left", value.left, a.inherited());
  a.optional("right", value.right, a.inherited());
}

/// self: one person, one hand massages the other. partner: somebody gives, somebody receives.
enum class Mode : std::uint8_t { self, partner };

/// What a person wants from the massage; each has a measure and an evidence grade.
enum class Goal : std::uint8_t { pain, stiffness, swelling, warmth, skin, stress, sleep, mood };
inline constexpr std::size_t kGoalCount = 8;

/// How sure the practice is of a number or sentence.
enum class Confidence : std::uint8_t { H, M, L };

/// Evidence: A consistent trials, B several with bias, C small or conflicting, D none useful, X contradicted.
enum class Grade : std::uint8_t { A, B, C, D, X };

/// Screening classes of the practice (brief §5): emergency, refer, exclude a zone, modify.
enum class RuleClass : std::uint8_t { emergency, refer, exclude_zone, modify };

/// Verdict of a clearance, from free to strict.
enum class Verdict : std::uint8_t { clear, modified, refer, emergency };

/// How soon somebody should see to it.
enum class Urgency : std::uint8_t { none, when_convenient, within_2_weeks, within_48_hours, same_day, now };

/// What a person marked on the hand map.
enum class MarkKind : std::uint8_t { sore, stiff, tense, knot, swollen, injured, numb };

/// Where the receiving hand rests.
enum class Position : std::uint8_t { desk, lap, lying, elevated, tray };

/// Pressure levels are whole numbers 0 to 3 (L0 resting weight … L3 kneading dough). L4 does not exist here.
inline constexpr int kMaxLevel = 3;

/// Faces of the hand a person sees.
enum class Side : std::uint8_t { palmar, dorsal, both };

template <>
struct EnumWords<Hand> {
  static constexpr std::array<std::string_view, 2> words{"left", "right"};
};
template <>
struct EnumWords<Mode> {
  static constexpr std::array<std::string_view, 2> words{"self", "partner"};
};
template <>
struct EnumWords<Goal> {
  static constexpr std::array<std::string_view, 8> words{"pain", "stiffness", "swelling", "warmth",
                                                         "skin", "stress",    "sleep",    "mood"};
};
template <>
struct EnumWords<Confidence> {
  static constexpr std::array<std::string_view, 3> words{"H", "M", "L"};
};
template <>
struct EnumWords<Grade> {
  static constexpr std::array<std::string_view, 5> words{"A", "B", "C", "D", "X"};
};
template <>
struct EnumWords<RuleClass> {
  static constexpr std::array<std::string_view, 4> words{"emergency", "refer", "exclude_zone", "modify"};
};
template <>
struct EnumWords<Verdict> {
  static constexpr std::array<std::string_view, 4> words{"clear", "modified", "refer", "emergency"};
};
template <>
struct EnumWords<Urgency> {
  static constexpr std::array<std::string_view, 6> words{
      "none", "when_convenient", "within_2_weeks", "within_48_hours", "same_day", "now"};
};
template <>
struct EnumWords<MarkKind> {
  static constexpr std::array<std::string_view, 7> words{"sore",    "stiff",   "tense", "knot",
                                                         "swollen", "injured", "numb"};
};
template <>
struct EnumWords<Position> {
  static constexpr std::array<std::string_view, 5> words{"desk", "lap", "lying", "elevated", "tray"};
};
template <>
struct EnumWords<Side> {
  static constexpr std::array<std::string_view, 3> words{"palmar", "dorsal", "both"};
};

}  // namespace thenar
