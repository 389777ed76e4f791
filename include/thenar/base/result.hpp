// Expected failures as values: what was wrong, where, and what to do about it.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace thenar {

/// Where a problem lies. Parts that are not known stay empty or zero.
struct Place {
  std::string file;  ///< a file name as the person gave it, or "-" for standard input
  int line = 0;      ///< 1-based; 0 when unknown
  std::string path;  ///< the way to the value inside the document, as "checkin.conditions[0].rule"
};

/// One fault in something that came from outside: the place, what was found, what was expected there and,
/// where it is not obvious, the remedy. Texts are English sentences without a trailing full stop.
struct Problem {
  Place place;
  std::string found;
  std::string expected;
  std::string remedy;
};

using Problems = std::vector<Problem>;

/// So many problems of one document are told; whoever sent a million wrong values needs no line for each.
inline constexpr std::size_t kMostProblems = 100;

/// Adds a problem; after kMostProblems of them only that there are more.
void add_problem(Problems& problems, Problem problem);

/// A value, or the one problem that prevented it.
template <class T>
using Result = tl::expected<T, Problem>;

/// A value, or every problem that was found while reading it.
template <class T>
using Loaded = tl::expected<T, Problems>;

/// "request.json:12: checkin.age_years: found -3, expected a whole number from 0 to 120. <remedy>."
std::string to_text(const Problem& problem);

/// All problems, one a line.
std::string to_text(const Problems& problems);

/// Ends the computation because the program itself is wrong (never because of input). Natively it throws
/// BrokenInvariant, caught once in main; in WebAssembly it traps and the worker is thrown away.
[[noreturn]] void broken_invariant(const char* condition, const char* file, int line);

/// What broken_invariant throws where exceptions exist.
struct BrokenInvariant {
  std::string text;
};

}  // namespace thenar

/// Armed in every build: a state that cannot be must never reach a person.
#define THENAR_CHECK(condition) \
  ((condition) ? static_cast<void>(0) : ::thenar::broken_invariant(#condition, __FILE__, __LINE__))
