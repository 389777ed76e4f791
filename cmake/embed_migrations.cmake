# cmake -DFOLDER=src/journal/migrations -DOUTPUT=migrations.cpp -P embed_migrations.cmake
# The numbered SQL files as one table in order; a gap or a doubled number stops the build.
file(GLOB files ${FOLDER}/*.sql)
list(SORT files)
set(entries "")
set(expected 0)
foreach(file IN LISTS files)
  math(EXPR expected "${expected} + 1")
  get_filename_component(name ${file} NAME)
  if(NOT name MATCHES "^0*([0-9]+)_" OR NOT CMAKE_MATCH_1 EQUAL expected)
    message(FATAL_ERROR "${name} stands where migration number ${expected} should")
  endif()
  file(READ ${file} sql)
  string(APPEND entries "    Migration{${expected}, R\"thenar(${sql})thenar\"},\n")
endforeach()
file(WRITE ${OUTPUT} "// Generated from src/journal/migrations/ by the build.
#include \"thenar/journal/sqlite.hpp\"

namespace thenar::journal {
namespace {
constexpr Migration kMigrations[] = {
${entries}};
}
std::span<const Migration> migrations() { return kMigrations; }
}  // namespace thenar::journal
")
