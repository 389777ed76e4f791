# assets/hand/arm.json, baked at build time:
#   hand_bake SOURCE.json OUTPUT.bin OUTPUT.cpp   writes generated/hand.bin, and the same as library thenar_hand_data
# WebAssembly cannot run the tool: the web takes the file of the release build.
if(THENAR_WASM OR THENAR_FUZZ)
  return()
endif()
set(hand_source ${CMAKE_SOURCE_DIR}/assets/hand/arm.json)
set(hand_file ${CMAKE_BINARY_DIR}/generated/hand.bin)
file(GLOB hand_bake_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/hand/bake/*.cpp)
add_executable(hand_bake ${hand_bake_sources})
target_link_libraries(hand_bake PRIVATE thenar_hand)
set(hand_code ${CMAKE_BINARY_DIR}/generated/hand_embedded.cpp)
add_custom_command(OUTPUT ${hand_file} ${hand_code}
  COMMAND hand_bake ${hand_source} ${hand_file} ${hand_code}
  DEPENDS hand_bake ${hand_source}
  COMMENT "The hand: assets/hand/arm.json to hand.bin" VERBATIM)
add_custom_target(hand_data ALL DEPENDS ${hand_file})
add_library(thenar_hand_data STATIC ${hand_code})
target_link_libraries(thenar_hand_data PUBLIC thenar_hand)
