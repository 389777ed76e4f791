#include "exports.hpp"

#include <cstdlib>

#include "thenar/base/json.hpp"

namespace thenar::web {
namespace {

std::string& kept() {
  static std::string text;
  return text;
}

}  // namespace

int answered(Answer answer) {
  kept() = std::move(answer.text);
  return answer.ok ? 0 : 1;
}

Answer too_large(std::size_t size) {
  return refused(std::to_string(size) + " bytes",
                 "a document of at most " + std::to_string(kMaxDocumentBytes) + " bytes");
}

}  // namespace thenar::web

/// Memory for a text of `size` bytes, or 0 when no document is that large or there is none left.
THENAR_EXPORT(alloc) void* thenar_alloc(std::size_t size) {
  return size > thenar::kMaxDocumentBytes ? nullptr : std::malloc(size > 0 ? size : 1);
}
THENAR_EXPORT(free) void thenar_free(void* text) {
  std::free(text);
}
THENAR_EXPORT(text) const char* thenar_text() {
  return thenar::web::kept().data();
}
THENAR_EXPORT(text_size) std::size_t thenar_text_size() {
  return thenar::web::kept().size();
}
