// Random check-ins and requests that a practice can understand, from a seed: the same seed is the same
// request everywhere.
#pragma once

#include <cstdint>
#include <vector>

#include "thenar/screening/request.hpp"

namespace thenar::test {

/// Small random numbers (splitmix64): the same on every platform.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  /// A whole number from low to high, both included.
  int between(int low, int high);
  bool one_in(int chances) { return between(1, chances) == 1; }
  template <class T>
  const T& of(const std::vector<T>& list) {
    return list[static_cast<std::size_t>(between(0, static_cast<int>(list.size()) - 1))];
  }
  /// The same numbers in another order.
  template <class T>
  void shuffle(std::vector<T>& list) {
    for (std::size_t i = list.size(); i > 1; --i)
      std::swap(list[i - 1], list[static_cast<std::size_t>(between(0, static_cast<int>(i) - 1))]);
  }

 private:
  std::uint64_t state_;
};

/// A precaution with a hand, zones and answers, "unsure" and missing ones among them.
Condition random_condition(const Practice& practice, Dice& dice);

/// The same of somebody who gives: one that concerns giving.
Condition random_giver_condition(const Practice& practice, Dice& dice);

/// A mark with its rules answered yes, no, unsure or not at all.
Mark random_mark(const Practice& practice, Dice& dice);

/// How ill the people of random check-ins are.
struct Health {
  int max_conditions = 4;
  int emergencies_one_in = 20;  ///< how rarely a condition may be one of class emergency
};

CheckIn random_checkin(const Practice& practice, Dice& dice, Health health = {});
Wishes random_wishes(const Practice& practice, Dice& dice);

/// A whole request that read_request accepts.
Request random_request(const Practice& practice, std::uint64_t seed, Health health = {});

}  // namespace thenar::test
