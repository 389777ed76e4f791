# apps/web/engine/*.cpp is thenar_engine.wasm: a WASI reactor without exceptions, its exports marked in the source.
# Debian's header-only libraries are reached through a folder of links, for /usr/include holds glibc's headers.
set(headers ${CMAKE_BINARY_DIR}/system_headers)
file(MAKE_DIRECTORY ${headers})
foreach(library nlohmann tl)
  file(CREATE_LINK /usr/include/${library} ${headers}/${library} SYMBOLIC)
endforeach()
target_include_directories(thenar_flags SYSTEM INTERFACE ${headers})
target_compile_options(thenar_flags INTERFACE -fno-exceptions)
target_compile_definitions(thenar_flags INTERFACE JSON_NOEXCEPTION)

file(GLOB engine_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/apps/web/engine/*.cpp)
if(engine_sources)
  add_executable(thenar_engine ${engine_sources} ${CMAKE_SOURCE_DIR}/cmake/wasm/stack_protector.cpp)
  target_link_libraries(thenar_engine PRIVATE ${thenar_engine_rooms} thenar_practice_data)
  target_link_options(thenar_engine PRIVATE -mexec-model=reactor -Wl,--strip-all -Wl,-z,stack-size=1048576)
endif()
