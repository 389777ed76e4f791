# cmake -DINPUT=practice.json -DOUTPUT=practice_embedded.cpp -P embed_json.cmake
# One raw string literal: it compiles in a blink at any size, unlike an array of numbers.
file(READ ${INPUT} json)
if(json MATCHES "\\)thenar\"")
  message(FATAL_ERROR "${INPUT} holds the mark that ends the literal")
endif()
file(WRITE ${OUTPUT} "// Generated from practice/ by the build.
#include \"thenar/practice/embedded.hpp\"

#pragma GCC diagnostic ignored \"-Woverlength-strings\"

namespace thenar::practice {
namespace {
constexpr char kJson[] = R\"thenar(${json})thenar\";
}
std::string_view embedded_json() { return {kJson, sizeof kJson - 1}; }
}  // namespace thenar::practice
")
