// What every call into a module of the web gives back.
#pragma once

#include <string>

#include "thenar/base/fields.hpp"
#include "thenar/base/result.hpp"

namespace thenar::web {

/// What a call gives back: the document asked for, or with `ok` false the problems that prevented it
/// (thenar.problems/1). UTF-8 JSON on one line; a log is one JSON object a line.
struct Answer {
  bool ok = false;
  std::string text;
};

/// A document as an answer.
Answer given(const Json& document);

/// Problems as their document (thenar.problems/1).
Answer refused(const Problems& problems);

/// A single one without a place.
Answer refused(std::string found, std::string expected, std::string remedy = {});

}  // namespace thenar::web
