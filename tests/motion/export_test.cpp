// Clips as files for other programs, read back by a reader that shares nothing with the writer.
#include "thenar/motion/export.hpp"

#include "hand/baked.hpp"
#include "motion/glb_reader.hpp"
#include "motion/shipped.hpp"
#include "thenar/hand/surface.hpp"
#include "thenar/motion/yielding.hpp"

namespace thenar::motion {
namespace {

using test::Glb;
using test::two_hands;
using test::upright;
using thenar::test::kSanitized;
using thenar::test::shipped_practice;

const Clip& clip_named(const std::string& name) {
  static std::map<std::string, Clip> made;
  if (!made.contains(name))
    for (const ClipId& id : clips_of(shipped_practice()))
      if (name_of(shipped_practice(), id) == name) {
        auto clip = make_clip(two_hands(), id);
        if (clip) made[name] = std::move(*clip);
      }
  if (!made.contains(name)) ADD_FAILURE() << "no clip " << name;
  return made[name];
}

double farthest(const std::vector<Vec3>& file, const std::vector<Vec3>& model, bool mirror) {
  EXPECT_EQ(file.size(), model.size());
  double most = 0;
  for (std::size_t v = 0; v < model.size(); ++v)
    most = std::max(
        most,
        (file[v] - upright(mirror ? Vec3(-model[v].x(), model[v].y(), model[v].z()) : model[v])).norm());
  return most;
}

TEST(Glb, SkinnedHandsOfTheFileAreWhereSkinningPutsThem) {
  const Clip& clip = clip_named("PRESS.MOUND.thumb_pad.partner");
  const std::vector<Stretch> stretches{{&clip, Hand::right, 8, 0, 0}, {&clip, Hand::left, 8, 3, 0}};
  const auto bytes = glb_of(two_hands(), stretches);
  ASSERT_TRUE(bytes) << to_text(bytes.error());
  const Glb file(*bytes);
  const auto& steps = file.document["animations"][0]["extras"]["steps"];
  for (const Hand hand : kHands) {
    const auto& step = steps[hand == Hand::right ? 0 : 1];
    const double from = step["from_s"];
    const double period = 60 / step["tempo_per_minute"].get<double>();
    const std::string side(word(hand));
    for (const std::size_t k : {0U, 7U, 20U}) {
      if (kSanitized && k != 7) continue;
      const double time = from + period * static_cast<double>(k) / kSamples;
      const Sample& sample = clip.samples[k];
      const auto receiver = file.skinned(file.node("receiving hand, " + side + ", skin"), time, false);
      EXPECT_LT(
          farthest(receiver, hand::test::skinned(two_hands().model(), sample.receiver), hand == Hand::left),
          1e-4);
      const auto giver = file.skinned(file.node("giving hand, " + side + ", skin"), time, false);
      EXPECT_LT(farthest(giver, hand::test::skinned(two_hands().giver(Mode::partner).model, sample.giver),
                         hand == Hand::left),
                1e-4);
    }
  }
}

/// The skin of the receiver pressed as the tissue says, at a sample.
std::vector<Vec3> dented(const Sample& sample) {
  auto skin = hand::test::skinned(two_hands().model(), sample.receiver);
  add_dents(receiver_dents(sample.contacts), two_hands().deepest(), skin);
  return skin;
}

TEST(Glb, PressedSkinOfTheFileYieldsAsTheTissueDoes) {
  const Clip& clip = clip_named("PRESS.MOUND.thumb_pad.partner");
  const std::vector<Stretch> stretches{{&clip, Hand::left, 20}};
  const auto bytes = glb_of(two_hands(), stretches);
  ASSERT_TRUE(bytes) << to_text(bytes.error());
  const Glb file(*bytes);
  const auto node = file.node("receiving hand, left, skin");
  const auto& step = file.document["animations"][0]["extras"]["steps"][0];
  const double period = 60 / step["tempo_per_minute"].get<double>();
  double deepest = 0;
  for (std::size_t k = 0; k < kSamples; k += kSanitized ? 15 : 5) {
    const double time = step["from_s"].get<double>() + period * static_cast<double>(k) / kSamples;
    const auto shown = file.skinned(node, time);
    EXPECT_LT(farthest(shown, dented(clip.samples[k]), true), 0.0005) << k;
    deepest = std::max(
        deepest, farthest(shown, hand::test::skinned(two_hands().model(), clip.samples[k].receiver), true));
  }
  EXPECT_GT(deepest, 0.002) << "a press is seen";
}

/// How near one skin comes to another, metres.
double nearest(const std::vector<Vec3>& giver, const std::vector<Vec3>& receiver,
               const std::vector<hand::Triangle>& triangles) {
  const hand::Surface surface({receiver, triangles});
  double least = 1;
  for (const Vec3& point : giver)
    if (const auto found = surface.nearest(point, 0.05)) least = std::min(least, found->distance);
  return least;
}

TEST(Glb, BetweenTwoPlacesTheGiverIsAtLeastACentimetreFromTheReceiver) {
  if (kSanitized) return;
  // From the palm to the back: round the hand.
  const std::vector<Stretch> stretches{{&clip_named("PRESS.MOUND.thumb_pad.partner"), Hand::right, 10},
                                       {&clip_named("CIRC.BACK.thumb_pad.partner"), Hand::right, 10, 6}};
  const auto bytes = glb_of(two_hands(), stretches);
  ASSERT_TRUE(bytes) << to_text(bytes.error());
  const Glb file(*bytes);
  const auto giver = file.node("giving hand, right, skin");
  const auto receiver = file.node("receiving hand, right, skin");
  const auto& steps = file.document["animations"][0]["extras"]["steps"];
  EXPECT_DOUBLE_EQ(steps[0]["until_s"], 10);
  EXPECT_DOUBLE_EQ(steps[1]["from_s"], 16);
  for (double time = 10.36; time < 15.65; time += 0.1)
    EXPECT_GT(nearest(file.skinned(giver, time), file.skinned(receiver, time), two_hands().model().triangles),
              0.0095)
        << time;
  // Until it leaves, and from when it is there, it touches.
  for (const double time : {10.0, 16.0})
    EXPECT_LT(nearest(file.skinned(giver, time), file.skinned(receiver, time), two_hands().model().triangles),
              0.002)
        << time;
}

TEST(Glb, HandsThatAreNotShownHaveNoSize) {
  const Clip& clip = clip_named("PRESS.MOUND.thumb_pad.partner");
  const std::vector<Stretch> stretches{
      {&clip, Hand::right, 8}, {nullptr, Hand::right, 3}, {&clip, Hand::left, 8}};
  const auto bytes = glb_of(two_hands(), stretches);
  ASSERT_TRUE(bytes) << to_text(bytes.error());
  const Glb file(*bytes);
  const auto size = [&](const std::string& name, double time) {
    return file.value(file.node(name), "scale", time)[0];
  };
  EXPECT_EQ(size("giving hand, right", 5), 1);
  EXPECT_EQ(size("receiving hand, right", 5), 1);
  EXPECT_EQ(size("receiving hand, left", 5), 0);
  EXPECT_EQ(size("giving hand, right", 10.5), 0) << "nothing touches";
  EXPECT_EQ(size("receiving hand, right", 10.5), 1);
  EXPECT_EQ(size("receiving hand, right", 15), 0);
  EXPECT_EQ(size("giving hand, left", 15), 1);
}

TEST(Glb, FiveMinutesOfTwentyClipsTakeLessThanTwentyMegabytes) {
  if (kSanitized) return;
  const std::vector<Clip> clips(20, clip_named("CIRC.BACK.thumb_pad.partner"));
  std::vector<Stretch> stretches;
  for (std::size_t i = 0; i < clips.size(); ++i)
    stretches.push_back({&clips[i], i < 10 ? Hand::left : Hand::right, 15});
  const auto bytes = glb_of(two_hands(), stretches);
  ASSERT_TRUE(bytes) << to_text(bytes.error());
  EXPECT_LT(bytes->size(), 20'000'000U);
  EXPECT_DOUBLE_EQ(Glb(*bytes).document["animations"][0]["extras"]["seconds"], 300);
}

TEST(Glb, AStepTellsItsPlaceForceAndTempo) {
  const Clip& clip = clip_named("PRESS.MOUND.thumb_pad.partner");
  const std::vector<Stretch> stretches{{&clip, Hand::right, 11.2, 0, 6, 1}};
  const auto bytes = glb_of(two_hands(), stretches);
  ASSERT_TRUE(bytes) << to_text(bytes.error());
  const Glb file(*bytes);
  EXPECT_EQ(file.document["asset"]["generator"], "Thenar");
  const auto& step = file.document["animations"][0]["extras"]["steps"][0];
  EXPECT_EQ(step["clip"], "PRESS.MOUND.thumb_pad.partner");
  EXPECT_EQ(step["way"], "MOUND");
  EXPECT_EQ(step["group_name"], "thumb mound");
  EXPECT_EQ(step["zones"], test::Document::array({"THEN"}));
  EXPECT_NEAR(step["tempo_per_minute"].get<double>(), 6, 0.01);
  EXPECT_NEAR(step["force_n"].get<double>(), 1.2, 0.01) << "level 1, as asked for";
}

/// What a sequence is refused for.
Problem refused(const std::vector<Stretch>& stretches) {
  const auto glb = glb_of(two_hands(), stretches);
  const auto table = contacts_csv(two_hands(), stretches);
  EXPECT_FALSE(glb);
  EXPECT_FALSE(table);
  return glb ? Problem{} : glb.error();
}

TEST(Export, WhatCannotBeShownIsRefusedWithItsPlace) {
  const Clip& good = clip_named("PRESS.MOUND.thumb_pad.partner");
  EXPECT_EQ(refused({}).place.path, "stretches");
  EXPECT_EQ(refused({{&good, Hand::right, 10}, {&good, Hand::right, std::nan("")}}).place.path,
            "stretches[1].seconds");
  EXPECT_EQ(refused({{&good, Hand::right, 0.1}}).place.path, "stretches[0].seconds");
  EXPECT_EQ(refused({{&good, Hand::right, 6000}}).place.path, "stretches");
  EXPECT_EQ(refused({{&good, Hand::right, 10, -1}}).place.path, "stretches[0].way_seconds");
  EXPECT_EQ(refused({{&good, Hand::right, 10, 0, -3}}).place.path, "stretches[0].tempo_per_minute");
  EXPECT_EQ(refused({{&good, Hand::right, 10, 0, 0, 4}}).place.path, "stretches[0].level");
  Clip bad = good;
  bad.samples[7].contacts[0].force_n = std::nan("");
  const Problem problem = refused({{&bad, Hand::right, 10}});
  EXPECT_EQ(problem.place.path, "stretches[0].clip.samples[7].contacts[0].force_n");
  EXPECT_EQ(problem.found, "not a number");
  EXPECT_FALSE(problem.remedy.empty());
  bad = good;
  bad.samples[2].giver.angles[3] = std::numeric_limits<double>::infinity();
  EXPECT_EQ(refused({{&bad, Hand::right, 10}}).place.path, "stretches[0].clip.samples[2].giver");
  bad.samples.clear();
  EXPECT_EQ(refused({{&bad, Hand::right, 10}}).place.path, "stretches[0].clip");
}

/// The fields of each line of a table without quotes.
std::vector<std::vector<std::string>> fields_of(const std::string& table) {
  std::vector<std::vector<std::string>> lines;
  for (std::size_t at = 0; at < table.size();) {
    const auto end = table.find("\r\n", at);
    EXPECT_NE(end, std::string::npos) << "each line ends as RFC 4180 says";
    std::vector<std::string> fields{""};
    for (const char each : table.substr(at, end - at))
      if (each == ',')
        fields.emplace_back();
      else
        fields.back() += each;
    lines.push_back(fields);
    at = end + 2;
  }
  return lines;
}

TEST(ContactsTable, HasALineForEachContactWhereTheClipHasIt) {
  const Clip& clip = clip_named("PRESS.MOUND.thumb_pad.partner");
  const std::vector<Stretch> stretches{{&clip, Hand::right, 11.2, 0, 6}};
  const auto table = contacts_csv(two_hands(), stretches);
  ASSERT_TRUE(table) << to_text(table.error());
  const auto lines = fields_of(*table);
  const std::vector<std::string> header{"time_s", "clip", "hand", "pad", "x_m",     "y_m",
                                        "z_m",    "nx",   "ny",   "nz",  "force_n", "radius_m"};
  EXPECT_EQ(lines.front(), header);
  double most = 0;
  double before = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const auto& line = lines[i];
    ASSERT_EQ(line.size(), header.size());
    EXPECT_EQ(line[1], "PRESS.MOUND.thumb_pad.partner");
    EXPECT_EQ(line[3], "thumb");
    const auto number = [&](std::size_t field) { return std::stod(line[field]); };
    EXPECT_GE(number(0), before);
    before = number(0);
    const Vec3 point(number(4), number(5), number(6));
    EXPECT_LT((point - clip.samples[0].contacts[0].point).norm(), 1e-5) << "a press stays where it is";
    EXPECT_NEAR(Vec3(number(7), number(8), number(9)).norm(), 1, 1e-4);
    most = std::max(most, number(10));
  }
  double pressed = 0;
  for (const Sample& sample : clip.samples) pressed = std::max(pressed, sample.contacts[0].force_n);
  EXPECT_NEAR(most, pressed, 1e-3);
  EXPECT_LE(before, 11.2);
}

}  // namespace
}  // namespace thenar::motion
