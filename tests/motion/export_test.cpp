// Clips as files for other programs, read back by a reader that shares nothing with the writer.
#include "thenar/motion/export.hpp"

#include "hand/baked.hpp"
#include "motion/glb_reader.hpp"

namespace thenar::motion {
namespace {

using test::Glb;
using test::upright;
using thenar::test::kSanitized;
using thenar::test::shipped_practice;

Scene& stage() {
  static Scene both = [] {
    auto body = giver_body(shipped_practice(), hand::test::model_of());
    if (!body) ADD_FAILURE() << to_text(body.error());
    return Scene(shipped_practice(), hand::test::model_of(), std::move(*body));
  }();
  return both;
}

const Clip& clip_named(const std::string& name) {
  static std::map<std::string, Clip> made;
  if (!made.contains(name))
    for (const ClipId& id : clips_of(shipped_practice()))
      if (name_of(shipped_practice(), id) == name) {
        auto clip = make_clip(stage(), id);
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
  const auto bytes = glb_of(stage(), stretches);
  ASSERT_TRUE(bytes) << to_text(bytes.error());
  const Glb file(*bytes);
  const auto& steps = file.document["animations"][0]["extras"]["steps"];
  for (const Hand hand : kHands) {
    const auto& step = steps[hand == Hand::right ? 0 : 1];
    const double from = step["from_s"];
    const double period = 60 / step["tempo_per_minute"].get<double>();
    const std::string side(word(hand));
    for (const std::size_t k : {0U, 7U, 20U}) {
      const double time = from + period * static_cast<double>(k) / kSamples;
      const Sample& sample = clip.samples[k];
      const auto receiver = file.skinned(file.node("receiving hand, " + side + ", skin"), time, false);
      EXPECT_LT(farthest(receiver, hand::test::skinned(stage().model(), sample.receiver), hand == Hand::left),
                1e-4);
      const auto giver = file.skinned(file.node("giving hand, " + side + ", skin"), time);
      EXPECT_LT(farthest(giver, hand::test::skinned(stage().giver(Mode::partner).model, sample.giver),
                         hand == Hand::left),
                1e-4);
    }
  }
}

}  // namespace
}  // namespace thenar::motion
