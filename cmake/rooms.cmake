# The rooms of src/, each a static library that sees only the rooms below it. A room that has headers but no
# sources yet is an interface library, so links never need editing. What nothing links is not built: the fuzz targets do
# without what draws pages.

# thenar_room(ROOM BELOW...): thenar_ROOM from src/ROOM on top of the named rooms, and thenar_ROOM_native.
function(thenar_room room)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${room}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/src/${room}/(native|bake)/")
  list(TRANSFORM ARGN PREPEND thenar_ OUTPUT_VARIABLE below)
  if(sources)
    add_library(thenar_${room} STATIC EXCLUDE_FROM_ALL ${sources})
    target_link_libraries(thenar_${room} PUBLIC thenar_flags ${below})
  else()
    add_library(thenar_${room} INTERFACE)
    target_link_libraries(thenar_${room} INTERFACE thenar_flags ${below})
  endif()
  if(THENAR_WASM)
    return()
  endif()

  file(GLOB native CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${room}/native/*.cpp)
  list(TRANSFORM below APPEND _native OUTPUT_VARIABLE below_native)
  if(native)
    add_library(thenar_${room}_native STATIC EXCLUDE_FROM_ALL ${native})
    target_link_libraries(thenar_${room}_native PUBLIC thenar_${room} ${below_native})
  else()
    add_library(thenar_${room}_native INTERFACE)
    target_link_libraries(thenar_${room}_native INTERFACE thenar_${room} ${below_native})
  endif()
endfunction()

thenar_room(base)
thenar_room(practice base)
thenar_room(journal base)
thenar_room(screening practice)
thenar_room(planning screening)
thenar_room(interview screening journal)
thenar_room(guidance planning journal)
thenar_room(hand practice)
thenar_room(motion hand planning)
thenar_room(outcomes guidance)
set(thenar_engine_rooms thenar_guidance thenar_interview)
set(thenar_rooms base practice journal screening interview planning guidance hand motion outcomes)

if(NOT THENAR_WASM AND NOT THENAR_FUZZ)
  find_package(SQLite3 REQUIRED)
  find_package(SQLiteCpp REQUIRED)
  target_link_libraries(thenar_journal_native PUBLIC SQLiteCpp SQLite::SQLite3)
  include(journal_migrations)
  find_package(PkgConfig REQUIRED)
  pkg_check_modules(pangocairo REQUIRED IMPORTED_TARGET pangocairo cairo-pdf)
  pkg_check_modules(libical REQUIRED IMPORTED_TARGET libical)
  target_link_libraries(thenar_outcomes_native PRIVATE PkgConfig::pangocairo PkgConfig::libical)
endif()

# Inner loops that are worth what -O2 leaves out.
set_source_files_properties(${CMAKE_SOURCE_DIR}/src/planning/curve.cpp ${CMAKE_SOURCE_DIR}/src/motion/watched.cpp
  ${CMAKE_SOURCE_DIR}/src/hand/distance_field.cpp ${CMAKE_SOURCE_DIR}/src/hand/surface.cpp PROPERTIES
  COMPILE_OPTIONS $<$<CONFIG:Release>:-O3>)
