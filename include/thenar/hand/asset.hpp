// The hand as a file: what the build bakes from assets/hand/arm.json and everything else starts from.
#pragma once

#include <span>
#include <string>

#include "thenar/base/result.hpp"
#include "thenar/hand/skeleton.hpp"

namespace thenar::hand {

/// What a target does to the mesh at weight 1: displacements in metres.
struct Target {
  std::string name;
  std::vector<Vec3> vertices;
  std::array<Vec3, kJoints> joints{};
};

/// The bones that a vertex follows; weights add up to 1, unused ones are 0.
struct Influence {
  std::array<std::uint8_t, 4> bones{};
  std::array<float, 4> weights{};
};

/// A right forearm and hand at the coarsest level, open towards the elbow, in the frame of the average
/// adult's hand. The base is no person's: targets (woman, man, girl …) make one.
struct Asset {
  QuadMesh base;
  Joints joints;
  std::vector<Target> targets;
  std::vector<Influence> skin;

  const Target* find(std::string_view target) const;
};

/// Bytes of a file: little endian, with a version and a checksum.
std::vector<std::uint8_t> write_asset(const Asset& asset);

/// The asset of such bytes. Fails, with what was expected, where they are cut off, damaged or of another
/// version.
Result<Asset> read_asset(std::span<const std::uint8_t> bytes, const std::string& name);

/// The asset without weights of what assets/hand/arm.json says (see setup/hand_source.mjs).
Result<Asset> read_source(std::string_view json, const std::string& name);

}  // namespace thenar::hand
