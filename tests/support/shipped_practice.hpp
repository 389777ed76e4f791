// The practice the library was built with, loaded once for all tests.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "thenar/practice/embedded.hpp"
#include "thenar/practice/load.hpp"

namespace thenar::tests {

inline const Practice& shipped_practice() {
  static const Practice practice = [] {
    auto loaded = practice::load_text(practice::embedded_json());
    EXPECT_TRUE(loaded) << (loaded ? "" : to_text(loaded.error()));
    return loaded ? std::move(*loaded) : Practice{};
  }();
  return practice;
}

}  // namespace thenar::tests
