#include "cli/clips.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <thread>

#include "cli/io.hpp"
#include "thenar/hand/embedded.hpp"

namespace thenar::cli {

Outcome<hand::Asset> embedded_hand() {
  auto asset = hand::read_asset(hand::embedded_bytes(), "the hand of this program");
  if (!asset) return not_readable(asset.error());
  return std::move(*asset);
}

Outcome<std::vector<Result<motion::Clip>>> made_clips(const Practice& practice, const hand::Asset& asset,
                                                      const hand::HandShape& shape,
                                                      const std::vector<motion::ClipId>& ids) {
  std::size_t ready = 0;
  const bool show = isatty(STDERR_FILENO) != 0;
  const auto done = [&](std::size_t, const Result<motion::Clip>&) {
    ++ready;
    if (show) warn(fmt::format("\r{} of {} clips", ready, ids.size()));
  };
  const int threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  auto clips = motion::bake(practice, asset, shape, ids, threads, done);
  if (show) warn("\r\033[K");
  if (!clips) return input_wrong(clips.error());
  return std::move(*clips);
}

tl::unexpected<Failure> unknown_option(const std::string& option, const std::string& found,
                                       const char* what) {
  return input_wrong(
      {{{"--" + option, 0, {}}, "\"" + found + "\"", what, "thenar techniques and thenar zones list them"}});
}

}  // namespace thenar::cli
