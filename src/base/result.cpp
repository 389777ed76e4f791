#include "thenar/base/result.hpp"

namespace thenar {

std::string to_text(const Problem& problem) {
  std::string text = problem.place.file;
  if (problem.place.line > 0) text += ":" + std::to_string(problem.place.line);
  if (!text.empty()) text += ": ";
  if (!problem.place.path.empty()) text += problem.place.path + ": ";
  text += "found " + problem.found;
  if (!problem.expected.empty()) text += ", expected " + problem.expected;
  if (!problem.remedy.empty()) text += ". " + problem.remedy;
  return text + ".";
}

std::string to_text(const Problems& problems) {
  std::string text;
  for (const auto& problem : problems) text += to_text(problem) + "\n";
  return text;
}

void add_problem(Problems& problems, Problem problem) {
  if (problems.size() > kMostProblems) return;
  if (problems.size() == kMostProblems)
    problem = {{std::move(problem.place.file), 0, {}},
               "more problems than these " + std::to_string(kMostProblems),
               "none",
               {}};
  problems.push_back(std::move(problem));
}

void broken_invariant(const char* condition, const char* file, int line) {
#if defined(__cpp_exceptions)
  throw BrokenInvariant{std::string(file) + ":" + std::to_string(line) + ": " + condition};
#else
  static_cast<void>(condition);
  static_cast<void>(file);
  static_cast<void>(line);
  __builtin_trap();
#endif
}

}  // namespace thenar
