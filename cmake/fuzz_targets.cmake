# fuzz/NAME_fuzz.cpp is the libFuzzer program NAME_fuzz; its seeds lie in fuzz/corpus/NAME_fuzz/.
file(GLOB fuzz_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/fuzz/*.cpp)
foreach(source ${fuzz_sources})
  get_filename_component(name ${source} NAME_WE)
  add_executable(${name} ${source})
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_link_libraries(${name} PRIVATE thenar_guidance thenar_outcomes thenar_practice_native thenar_practice_data)
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
endforeach()
