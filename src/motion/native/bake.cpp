#include "thenar/motion/bake.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

namespace thenar::motion {

Loaded<std::vector<Result<Clip>>> bake(const Practice& practice, const hand::Asset& asset,
                                       const hand::HandShape& shape, std::span<const ClipId> ids, int threads,
                                       const ClipDone& done) {
  std::vector<std::unique_ptr<Scene>> scenes;
  for (int i = 0; i < std::max(threads, 1); ++i) {
    auto scene = make_scene(practice, asset, shape);
    if (!scene) return tl::unexpected(scene.error());
    scenes.push_back(std::move(*scene));
  }
  std::vector<Result<Clip>> clips(ids.size(), tl::unexpected(Problem{}));
  std::atomic<std::size_t> next = 0;
  std::mutex telling;
  std::vector<std::thread> workers;
  for (const auto& scene : scenes)
    workers.emplace_back([&] {
      for (std::size_t i = next++; i < ids.size(); i = next++) {
        clips[i] = make_clip(*scene, ids[i]);
        const std::lock_guard lock(telling);
        done(i, clips[i]);
      }
    });
  for (std::thread& worker : workers) worker.join();
  return clips;
}

}  // namespace thenar::motion
