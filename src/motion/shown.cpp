#include "thenar/motion/shown.hpp"

#include <algorithm>

#include "thenar/motion/playback.hpp"
#include "thenar/motion/touched.hpp"

namespace thenar::motion {

ShownClips::ShownClips(Scene& scene, std::span<const Clip> clips)
    : scene_(scene), usual_(screening::standing_limits(scene.practice())) {
  for (const Clip& clip : clips) by_name_.emplace(name_of(scene.practice(), clip.id), &clip);
}

const Clip* ShownClips::find(const Piece& piece, const ClipId& id) {
  const Practice& practice = scene_.practice();
  const auto found = by_name_.find(name_of(practice, id));
  if (found == by_name_.end()) return nullptr;
  const Clip* clip = found->second;
  if (piece.level && *piece.level < clip->level) {
    const auto [there, is_new] = softened_.try_emplace({found->first, *piece.level});
    if (is_new) there->second = softened(practice, *clip, *piece.level);
    clip = &there->second;
  }
  const auto [newtons, is_new] = newtons_.try_emplace(clip);
  if (is_new) newtons->second = touched(scene_, *clip);
  const bool cleared =
      is_cleared(practice, piece.clearance, usual_.hands[piece.hand], id.technique, newtons->second);
  return cleared ? clip : nullptr;
}

}  // namespace thenar::motion
