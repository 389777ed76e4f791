// What is drawn and made of motion: a picture of two hands below 2 ms, a dent below 5 ns a vertex, a clip
// below 2 s.
#include <benchmark/benchmark.h>

#include "thenar/hand/embedded.hpp"
#include "thenar/motion/bake.hpp"
#include "thenar/practice/embedded.hpp"
#include "thenar/practice/load.hpp"
#include "web/hand/drawn_hand.hpp"

namespace {

using thenar::hand::Vec3;
using thenar::web::DrawnHand;

std::shared_ptr<const thenar::Practice> practice() {
  static const auto loaded = std::make_shared<const thenar::Practice>(
      *thenar::practice::load_text(thenar::practice::embedded_json()));
  return loaded;
}

const thenar::hand::Asset& asset() {
  static const auto read = *thenar::hand::read_asset(thenar::hand::embedded_bytes(), "hand.bin");
  return read;
}

thenar::hand::HandModel model(int level) {
  return *thenar::hand::make_model(asset(), {}, level);
}

constexpr std::size_t kLoads = 16;

/// Sixteen dents over the palm.
std::vector<thenar::motion::Dent> loads() {
  std::vector<thenar::motion::Dent> out;
  for (std::size_t i = 0; i < kLoads; ++i) {
    const double x = 0.012 * static_cast<double>(i % 4) - 0.018;
    const double y = 0.02 + 0.015 * static_cast<double>(i / 4);
    out.push_back({Vec3(x, y, -0.014), Vec3::UnitZ(), 0.008, 0.003, 0.0256});
  }
  return out;
}

void put(DrawnHand& hand, double bend) {
  auto& arrays = hand.arrays();
  for (std::size_t i = 0; i < thenar::hand::kAngles; ++i)
    arrays.pose[i] = hand.model().skeleton.rest[i] + 0.1 * bend;
  double* to = arrays.dents.data();
  for (const auto& dent : loads()) {
    for (const Vec3& v : {dent.centre, dent.inward})
      for (int axis = 0; axis < 3; ++axis) *to++ = v[axis];
    for (const double value : {dent.radius_m, dent.depth_m, dent.reach_m}) *to++ = value;
  }
}

/// Skinning, dents and normals of the receiver (level 2) and the giver (level 1).
void picture_of_two_hands(benchmark::State& state) {
  DrawnHand receiver(practice(), model(2));
  DrawnHand giver(practice(), model(1));
  double bend = 0;
  for (auto _ : state) {
    bend = bend > 1 ? 0 : bend + 0.01;
    put(receiver, bend);
    put(giver, bend);
    receiver.move(kLoads);
    giver.move(kLoads);
    benchmark::DoNotOptimize(receiver.arrays().positions.data());
  }
}
BENCHMARK(picture_of_two_hands)->Unit(benchmark::kMillisecond);

/// One pass of plain skinning over the same two meshes, to compare with.
void plain_skinning_of_two_hands(benchmark::State& state) {
  const auto receiver = model(2);
  const auto giver = model(1);
  std::vector<Vec3> one(receiver.positions.size());
  std::vector<Vec3> other(giver.positions.size());
  const auto pose = receiver.skeleton.rest_pose();
  for (auto _ : state) {
    thenar::hand::skin(receiver, thenar::hand::bones_at(receiver.skeleton, pose), one);
    thenar::hand::skin(giver, thenar::hand::bones_at(giver.skeleton, pose), other);
    benchmark::DoNotOptimize(one.data());
    benchmark::DoNotOptimize(other.data());
  }
}
BENCHMARK(plain_skinning_of_two_hands)->Unit(benchmark::kMillisecond);

/// The counter is nanoseconds a vertex and load; every vertex lies within every dent.
void dents_alone(benchmark::State& state) {
  std::vector<Vec3> skin;
  for (int i = 0; i < 10'000; ++i)
    skin.emplace_back(0.0001 * (i % 100) - 0.005, 0.0001 * static_cast<double>(i / 100) - 0.005, 0);
  const std::vector<double> most(skin.size(), 0.006);
  const std::vector<thenar::motion::Dent> dents(
      kLoads, thenar::motion::Dent{Vec3::Zero(), -Vec3::UnitZ(), 0.004, 0.001, 0.0128});
  for (auto _ : state) {
    auto pressed = skin;
    thenar::motion::add_dents(dents, most, pressed);
    benchmark::DoNotOptimize(pressed.data());
  }
  state.counters["ns_a_vertex_and_load"] =
      benchmark::Counter(static_cast<double>(skin.size() * kLoads) * 1e-9,
                         benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}
BENCHMARK(dents_alone)->Unit(benchmark::kMicrosecond);

/// Clips of every kind of stroke, one after the other: seconds a clip.
void clip_made(benchmark::State& state) {
  const auto scene = *thenar::motion::make_scene(*practice(), asset(), {});
  const auto ids = thenar::motion::clips_of(*practice());
  std::size_t at = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(thenar::motion::make_clip(*scene, ids[at]));
    at = (at + 37) % ids.size();
  }
}
BENCHMARK(clip_made)->Unit(benchmark::kSecond)->Iterations(20)->Repetitions(1);

}  // namespace
