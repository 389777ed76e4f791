// What a clip has to meet before it is shown to anybody, measured on the clip itself.
#pragma once

#include "thenar/motion/clip.hpp"

namespace thenar::motion {

/// A gate: its word, a short one for the head of a column, the figure, and the most it may be.
struct Gate {
  std::string_view word;
  std::string_view head;
  double value = 0;
  double most = 0;
  bool passed() const { return value <= most; }
};

Figures figures_of(Scene& scene, const Clip& clip);
std::vector<Gate> gates_of(const Figures& figures);

/// Gates that are not passed; a clip with none may be shown.
int failures(const Figures& figures);
inline bool passes(const Figures& figures) {
  return failures(figures) == 0;
}

}  // namespace thenar::motion
