# cmake "-DINPUT=practice.json;words.de.json" -DOUTPUT=practice_embedded.cpp -P embed_json.cmake
# Raw string literals: they compile in a blink at any size, unlike arrays of numbers.
set(literals "")
set(cases "")
foreach(file IN LISTS INPUT)
  file(READ ${file} json)
  if(json MATCHES "\\)thenar\"")
    message(FATAL_ERROR "${file} holds the mark that ends the literal")
  endif()
  get_filename_component(name ${file} NAME)
  string(REGEX REPLACE "\\.json$" "" name ${name})
  string(MAKE_C_IDENTIFIER ${name} id)
  string(APPEND literals "constexpr char k_${id}[] = R\"thenar(${json})thenar\";\n")
  string(APPEND cases "  if (name == \"${name}\") return {k_${id}, sizeof k_${id} - 1};\n")
endforeach()
file(WRITE ${OUTPUT} "// Generated from practice/ by the build.
#include \"thenar/practice/embedded.hpp\"

#pragma GCC diagnostic ignored \"-Woverlength-strings\"

namespace thenar::practice {
namespace {
${literals}}
std::string_view embedded_text(std::string_view name) {
${cases}  return {};
}
}  // namespace thenar::practice
")
