// What the exports of a module share: a coarse C boundary. The caller puts UTF-8 text, or the bytes of a
// file, into memory from thenar_alloc, makes a call, and reads the answer at thenar_text()
// (thenar_text_size() bytes), which holds until the next call. A call returns 0 with the document asked for,
// or 1 with the problems (thenar.problems/1). A text at address 0 with a size is one that was too large to
// allocate.
#pragma once

#include <string_view>
#include <utility>

#include "answer.hpp"

#define THENAR_EXPORT(name) extern "C" __attribute__((export_name("thenar_" #name)))

namespace thenar::web {

/// Keeps the answer for thenar_text; 0 where it is the document asked for.
int answered(Answer answer);

/// The answer to a text that could not be allocated.
Answer too_large(std::size_t size);

/// Makes a call with the caller's bytes.
template <class Call>
int with_text(const char* text, std::size_t size, Call call) {
  if (text == nullptr && size > 0) return answered(too_large(size));
  return answered(call(std::string_view(text, size)));
}

}  // namespace thenar::web
