# cmake -DINPUT=openapi.json -DOUTPUT=openapi.cpp -P embed_openapi.cmake
file(READ ${INPUT} json)
file(WRITE ${OUTPUT} "// Generated from apps/server/openapi.json by the build.
#include \"server/api.hpp\"

#pragma GCC diagnostic ignored \"-Woverlength-strings\"

namespace thenar::server {
namespace {
constexpr char kJson[] = R\"thenar(${json})thenar\";
}
std::string_view openapi_json() { return {kJson, sizeof kJson - 1}; }
}  // namespace thenar::server
")
