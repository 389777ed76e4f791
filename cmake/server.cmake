# apps/server/*.cpp: the library thenar_server, with openapi.json inside.
find_package(Threads REQUIRED)
find_path(MICROHTTPD_INCLUDE microhttpd.h REQUIRED)
find_library(MICROHTTPD_LIBRARY microhttpd REQUIRED)
find_package(OpenSSL REQUIRED)
find_path(SODIUM_INCLUDE sodium.h REQUIRED)
find_library(SODIUM_LIBRARY sodium REQUIRED)
find_path(QRENCODE_INCLUDE qrencode.h REQUIRED)
find_library(QRENCODE_LIBRARY qrencode REQUIRED)

set(openapi ${CMAKE_BINARY_DIR}/generated/openapi.cpp)
add_custom_command(OUTPUT ${openapi}
  COMMAND ${CMAKE_COMMAND} -DINPUT=${CMAKE_SOURCE_DIR}/apps/server/openapi.json -DOUTPUT=${openapi}
    -P ${CMAKE_SOURCE_DIR}/cmake/embed_openapi.cmake
  DEPENDS ${CMAKE_SOURCE_DIR}/apps/server/openapi.json ${CMAKE_SOURCE_DIR}/cmake/embed_openapi.cmake
  COMMENT "Server: its OpenAPI document to C++" VERBATIM)

file(GLOB server_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/apps/server/*.cpp)
add_library(thenar_server STATIC ${server_sources} ${openapi})
target_include_directories(thenar_server PUBLIC ${CMAKE_SOURCE_DIR}/apps)
target_include_directories(thenar_server SYSTEM PRIVATE ${MICROHTTPD_INCLUDE} ${SODIUM_INCLUDE} ${QRENCODE_INCLUDE})
target_link_libraries(thenar_server PUBLIC thenar_flags thenar_journal_native thenar_outcomes_native thenar_practice_data
  PRIVATE ${MICROHTTPD_LIBRARY} ${SODIUM_LIBRARY} ${QRENCODE_LIBRARY} OpenSSL::Crypto Threads::Threads)
