# One test program a folder of tests/: tests/planning/**.cpp is test_planning. A folder named after a room sees
# that room and the ones below; any other folder (cases, cli, property, ...) sees everything and the program.
# tests/support is linked to all. "test_paths.hpp" says where the sources and the built program are.
find_package(GTest)
find_package(rapidcheck)
if(NOT GTest_FOUND OR NOT rapidcheck_FOUND)
  message(STATUS "No tests: libgtest-dev and librapidcheck-dev are not installed (./check installs them)")
  return()
endif()
enable_testing()
include(GoogleTest)

set(THENAR_PROGRAM ${CMAKE_BINARY_DIR}/thenar)
configure_file(${CMAKE_SOURCE_DIR}/cmake/test_paths.hpp.in ${CMAKE_BINARY_DIR}/generated/tests/test_paths.hpp @ONLY)

file(GLOB support_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/support/*.cpp)
add_library(test_flags INTERFACE)
target_include_directories(test_flags INTERFACE ${CMAKE_SOURCE_DIR}/tests ${CMAKE_BINARY_DIR}/generated/tests)
target_link_libraries(test_flags INTERFACE thenar_flags GTest::gtest_main rapidcheck)
add_library(test_support STATIC ${support_sources})
target_link_libraries(test_support PUBLIC test_flags)
# Tests are compiled more often than they have to be fast: the time goes into what they call.
# Half the time of most test files goes into these headers. Through them gcc 12 warns of what lies inside libstdc++, and
# clang must leave out the time so that ccache can keep what it makes.
target_compile_options(test_flags INTERFACE
  $<IF:$<CONFIG:Release>,-O1,-O0>
  $<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds;-Wno-stringop-overflow;-Wno-stringop-overread>
  $<$<CXX_COMPILER_ID:Clang>:SHELL:-Xclang -fno-pch-timestamp>)
target_precompile_headers(test_support PRIVATE <algorithm> <map> <string> <vector> <gtest/gtest.h> <rapidcheck/gtest.h>
  <nlohmann/json.hpp> <tl/expected.hpp>)

file(GLOB_RECURSE test_sources CONFIGURE_DEPENDS RELATIVE ${CMAKE_SOURCE_DIR}/tests ${CMAKE_SOURCE_DIR}/tests/*.cpp)
set(folders ${test_sources})
list(TRANSFORM folders REPLACE "/.*" "")
list(REMOVE_DUPLICATES folders)
list(REMOVE_ITEM folders support web)
foreach(folder ${folders})
  set(sources ${test_sources})
  list(FILTER sources INCLUDE REGEX "^${folder}/")
  list(TRANSFORM sources PREPEND ${CMAKE_SOURCE_DIR}/tests/)
  add_executable(test_${folder} ${sources})
  target_link_libraries(test_${folder} PRIVATE test_support)
  target_precompile_headers(test_${folder} REUSE_FROM test_support)
  if(folder STREQUAL "base" OR folder STREQUAL "journal")
    target_link_libraries(test_${folder} PRIVATE thenar_${folder} thenar_${folder}_native)
  elseif(folder IN_LIST thenar_rooms)
    target_link_libraries(test_${folder} PRIVATE thenar_${folder} thenar_${folder}_native thenar_practice_data)
  elseif(NOT folder STREQUAL "structure")
    list(TRANSFORM thenar_rooms PREPEND thenar_ OUTPUT_VARIABLE all_rooms)
    list(TRANSFORM all_rooms APPEND _native OUTPUT_VARIABLE all_native)
    target_link_libraries(test_${folder} PRIVATE ${all_rooms} ${all_native} thenar_practice_data)
    if(TARGET thenar_cli)
      target_link_libraries(test_${folder} PRIVATE thenar_cli)
    endif()
    if(TARGET thenar)
      add_dependencies(test_${folder} thenar)
    endif()
  endif()
  if(folder STREQUAL "hand" OR folder STREQUAL "motion")
    add_dependencies(test_${folder} hand_data)
  endif()
  gtest_discover_tests(test_${folder} DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT 900)
endforeach()
