# apps/web/engine/*.cpp is thenar_engine.wasm, apps/web/hand/*.cpp thenar_hand.wasm, apps/web/outcomes/*.cpp
# thenar_outcomes.wasm: WASI reactors without exceptions, their
# exports marked in the sources; apps/web/boundary is in both.
# Debian's header-only libraries are reached through a folder of links, for /usr/include holds glibc's headers.
set(headers ${CMAKE_BINARY_DIR}/system_headers)
file(MAKE_DIRECTORY ${headers})
foreach(library nlohmann tl)
  file(CREATE_LINK /usr/include/${library} ${headers}/${library} SYMBOLIC)
endforeach()
target_include_directories(thenar_flags SYSTEM INTERFACE ${headers})
target_compile_options(thenar_flags INTERFACE -fno-exceptions)
target_compile_definitions(thenar_flags INTERFACE JSON_NOEXCEPTION)

file(GLOB boundary_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/apps/web/boundary/*.cpp)

# thenar_web_module(NAME ROOM...): thenar_NAME.wasm from apps/web/NAME on top of the rooms.
function(thenar_web_module name)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/apps/web/${name}/*.cpp)
  add_executable(thenar_${name}_module ${sources} ${boundary_sources} ${CMAKE_SOURCE_DIR}/cmake/wasm/stack_protector.cpp)
  set_target_properties(thenar_${name}_module PROPERTIES OUTPUT_NAME thenar_${name})
  target_link_libraries(thenar_${name}_module PRIVATE ${ARGN})
  target_link_options(thenar_${name}_module PRIVATE -mexec-model=reactor -Wl,--strip-all -Wl,-z,stack-size=1048576)
endfunction()
thenar_web_module(engine ${thenar_engine_rooms} thenar_practice_data)
thenar_web_module(hand thenar_motion thenar_practice_data)
thenar_web_module(outcomes thenar_outcomes)
# What runs for every picture is worth its bytes.
set_source_files_properties(${CMAKE_SOURCE_DIR}/apps/web/hand/drawn_hand.cpp ${CMAKE_SOURCE_DIR}/src/hand/model.cpp
  ${CMAKE_SOURCE_DIR}/src/motion/tissue.cpp PROPERTIES COMPILE_OPTIONS -O3 SKIP_UNITY_BUILD_INCLUSION ON)
