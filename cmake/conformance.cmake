# The program conformance: tests/web/*.cpp, the web engine run natively. apps/web/tests compares with what it writes.
file(GLOB conformance_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/web/*.cpp)
add_executable(conformance EXCLUDE_FROM_ALL ${conformance_sources} ${CMAKE_SOURCE_DIR}/apps/web/engine/engine.cpp
  ${CMAKE_SOURCE_DIR}/tests/support/random_checkin.cpp)
target_include_directories(conformance PRIVATE ${CMAKE_SOURCE_DIR}/apps ${CMAKE_SOURCE_DIR}/tests)
target_link_libraries(conformance PRIVATE ${thenar_engine_rooms} thenar_practice_data thenar_journal)
