// The practice that is shipped, loaded once for a test program.
#pragma once

#include <gtest/gtest.h>

#include "thenar/practice/embedded.hpp"
#include "thenar/practice/load.hpp"

namespace thenar::test {

inline const Practice& shipped_practice() {
  static const Practice practice = [] {
    auto loaded = practice::load_text(practice::embedded_json());
    EXPECT_TRUE(loaded) << (loaded ? "" : to_text(loaded.error()));
    return loaded ? std::move(*loaded) : Practice{};
  }();
  return practice;
}

}  // namespace thenar::test
