# practice/*.toml, checked and turned into one JSON document at build time:
#   practice_bake PRACTICE_DIRECTORY OUTPUT.json   writes generated/practice.json and generated/words.CODE.json
#   thenar_practice_embedded                       the same JSON inside the program (thenar/practice/embedded.hpp);
#                                                  in WebAssembly without the words of other languages
# WebAssembly cannot run the tool, so its build asks the release build for the file.
set(json ${CMAKE_BINARY_DIR}/generated/practice.json)
set(embedded ${CMAKE_BINARY_DIR}/generated/practice_embedded.cpp)
file(GLOB bake_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/practice/bake/*.cpp)
file(GLOB_RECURSE practice_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/practice/*.toml)
file(GLOB languages CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/practice/words/*.toml)
list(TRANSFORM languages REPLACE ".*/(.*)\\.toml$" "${CMAKE_BINARY_DIR}/generated/words.\\1.json")
list(REMOVE_ITEM languages ${CMAKE_BINARY_DIR}/generated/words.en.json)

add_library(thenar_practice_data INTERFACE)
if(NOT bake_sources)
  return()
endif()

if(THENAR_WASM)
  set(json ${CMAKE_SOURCE_DIR}/build/release/generated/practice.json)
  set(embed ${json})
  add_custom_target(practice_json_by_release
    COMMAND ${CMAKE_COMMAND} --preset release -S ${CMAKE_SOURCE_DIR} --log-level=ERROR
    COMMAND ${CMAKE_COMMAND} --build ${CMAKE_SOURCE_DIR}/build/release --target practice_json
    BYPRODUCTS ${json}
    WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
    COMMENT "Practice data by the release build")
else()
  add_executable(practice_bake ${bake_sources})
  target_link_libraries(practice_bake PRIVATE thenar_practice_native)
  set(embed ${json} ${languages})
  add_custom_command(OUTPUT ${json} ${languages}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/generated
    COMMAND practice_bake ${CMAKE_SOURCE_DIR}/practice ${json}
    DEPENDS practice_bake ${practice_files}
    COMMENT "Practice data: practice/ to practice.json" VERBATIM)
  add_custom_target(practice_json DEPENDS ${json})
endif()

add_custom_command(OUTPUT ${embedded}
  COMMAND ${CMAKE_COMMAND} "-DINPUT=${embed}" -DOUTPUT=${embedded} -P ${CMAKE_SOURCE_DIR}/cmake/embed_json.cmake
  DEPENDS ${embed} ${CMAKE_SOURCE_DIR}/cmake/embed_json.cmake
  COMMENT "Practice data: JSON to C++" VERBATIM)
add_library(thenar_practice_embedded STATIC ${embedded})
target_link_libraries(thenar_practice_embedded PUBLIC thenar_flags)
target_link_libraries(thenar_practice_data INTERFACE thenar_practice_embedded)
