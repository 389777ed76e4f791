// Two hands of the usual size, made once for all tests of a program, and the clips that come with it.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "hand/baked.hpp"
#include "support/shipped_practice.hpp"
#include "thenar/motion/clip_file.hpp"

namespace thenar::motion::test {

inline Scene& two_hands() {
  using thenar::test::shipped_practice;
  static Scene both = [] {
    auto body = giver_body(shipped_practice(), hand::test::model_of({}, kGiverLevel));
    if (!body) ADD_FAILURE() << to_text(body.error());
    return Scene(shipped_practice(), hand::test::model_of({}, thenar::test::kSanitized ? 1 : kReceiverLevel),
                 std::move(*body));
  }();
  return both;
}

inline const ClipSet& shipped_clips() {
  static const ClipSet set = [] {
    std::ifstream in(std::string(thenar::test::kSourceDir) + "/assets/motion/clips.bin", std::ios::binary);
    const std::vector<std::uint8_t> bytes{std::istreambuf_iterator<char>(in), {}};
    auto read = read_clips(thenar::test::shipped_practice(), bytes, "clips.bin");
    if (!read) ADD_FAILURE() << to_text(read.error());
    return read ? std::move(*read) : ClipSet{};
  }();
  return set;
}

}  // namespace thenar::motion::test
