# The program conformance: tests/web/*.cpp, the web engine run natively. apps/web/tests compares with what it writes.
file(GLOB conformance_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/web/*.cpp)
add_executable(conformance EXCLUDE_FROM_ALL ${conformance_sources} ${CMAKE_SOURCE_DIR}/apps/web/engine/engine.cpp
  ${CMAKE_SOURCE_DIR}/apps/web/outcomes/outcomes.cpp
  ${CMAKE_SOURCE_DIR}/apps/web/boundary/answer.cpp   ${CMAKE_SOURCE_DIR}/tests/support/random_checkin.cpp)
target_include_directories(conformance PRIVATE ${CMAKE_SOURCE_DIR}/apps ${CMAKE_SOURCE_DIR}/tests)
target_link_libraries(conformance PRIVATE ${thenar_engine_rooms} thenar_outcomes thenar_practice_data thenar_journal_native)

# The program hand_conformance: tests/web/hand/*.cpp, the same for the hands that are drawn.
file(GLOB hand_conformance_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/web/hand/*.cpp)
file(GLOB hand_module_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/apps/web/hand/*.cpp)
list(FILTER hand_module_sources EXCLUDE REGEX "/exports[.]cpp$")
add_executable(hand_conformance EXCLUDE_FROM_ALL ${hand_conformance_sources} ${hand_module_sources}
  ${CMAKE_SOURCE_DIR}/apps/web/boundary/answer.cpp)
target_include_directories(hand_conformance PRIVATE ${CMAKE_SOURCE_DIR}/apps ${CMAKE_SOURCE_DIR}/tests)
target_link_libraries(hand_conformance PRIVATE thenar_motion thenar_practice_data)
add_dependencies(hand_conformance hand_data)
