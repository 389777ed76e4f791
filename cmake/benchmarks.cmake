# bench/NAME_bench.cpp is NAME_bench (Google Benchmark), not part of the usual build; the target bench builds all and
# runs one after the other: medians of five repetitions.
file(GLOB bench_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/bench/*.cpp)
find_package(benchmark QUIET)
if(NOT bench_sources OR NOT benchmark_FOUND)
  return()
endif()
add_library(bench_support STATIC EXCLUDE_FROM_ALL ${CMAKE_SOURCE_DIR}/tests/support/cbc.cpp
  ${CMAKE_SOURCE_DIR}/tests/support/process.cpp)
target_include_directories(bench_support PUBLIC ${CMAKE_SOURCE_DIR}/tests ${CMAKE_BINARY_DIR}/generated/tests)
target_link_libraries(bench_support PUBLIC thenar_guidance thenar_outcomes thenar_journal thenar_practice_native
  thenar_practice_data)
set(run_all)
foreach(source ${bench_sources})
  get_filename_component(name ${source} NAME_WE)
  add_executable(${name} EXCLUDE_FROM_ALL ${source})
  target_link_libraries(${name} PRIVATE bench_support benchmark::benchmark_main)
  list(APPEND run_all COMMAND ${name} --benchmark_repetitions=5 --benchmark_report_aggregates_only=true)
endforeach()
add_custom_target(bench ${run_all} USES_TERMINAL)
if(TARGET thenar)
  add_dependencies(bench thenar)
endif()
