# fuzz/NAME.cpp is the libFuzzer program fuzz_NAME; its seeds, if any, lie in fuzz/corpus/NAME/.
file(GLOB fuzz_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/fuzz/*.cpp)
foreach(source ${fuzz_sources})
  get_filename_component(name ${source} NAME_WE)
  add_executable(fuzz_${name} ${source})
  target_include_directories(fuzz_${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_link_libraries(fuzz_${name} PRIVATE thenar_guidance thenar_outcomes thenar_practice_native thenar_practice_data)
  target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
endforeach()
