// The hand that the build baked, for tests.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <numbers>

#include "support/sanitized.hpp"
#include "support/shipped_practice.hpp"
#include "test_paths.hpp"
#include "thenar/hand/limits.hpp"
#include "thenar/hand/model.hpp"

namespace thenar::hand::test {

inline std::vector<std::uint8_t> baked_bytes() {
  std::ifstream in(std::string(thenar::test::kBuildDir) + "/generated/hand.bin", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline const Asset& baked() {
  static const Asset asset = [] {
    auto read = read_asset(baked_bytes(), "hand.bin");
    if (!read) ADD_FAILURE() << to_text(read.error());
    return read ? std::move(*read) : Asset{};
  }();
  return asset;
}

inline HandModel model_of(const HandShape& shape = {}, int level = 1) {
  auto made = make_model(baked(), shape, level);
  if (!made) ADD_FAILURE() << to_text(made.error());
  return made ? std::move(*made) : HandModel{};
}

/// The standard adult hand at level 1.
inline const HandModel& adult() {
  static const HandModel model = model_of();
  return model;
}

/// The limits of the shipped practice.
inline const Limits& limits() {
  static const Limits all = [] {
    auto read = limits_of(thenar::test::shipped_practice());
    if (!read) ADD_FAILURE() << to_text(read.error());
    return read ? *read : Limits{};
  }();
  return all;
}

inline double degrees(double value) {
  return value * std::numbers::pi / 180;
}

inline std::vector<Vec3> skinned(const HandModel& model, const Pose& pose) {
  std::vector<Vec3> out(model.positions.size());
  skin(model, bones_at(model.skeleton, pose), out);
  return out;
}

/// How far from a point a ray first meets the surface; negative where it does not.
inline double distance_to_skin(const std::vector<Vec3>& positions, const std::vector<Triangle>& triangles,
                               const Vec3& from, const Vec3& direction) {
  double nearest = -1;
  for (const Triangle& t : triangles) {
    const auto at = [&](std::size_t corner) -> const Vec3& {
      return positions[static_cast<std::size_t>(t[corner])];
    };
    const auto hit = meets(at(0), at(1), at(2), from, direction);
    if (hit && hit->along > 0 && (nearest < 0 || hit->along < nearest)) nearest = hit->along;
  }
  return nearest;
}

}  // namespace thenar::hand::test
