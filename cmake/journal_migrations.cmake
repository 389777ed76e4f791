# src/journal/migrations/*.sql inside the room: what open_journal runs on a new or an older file.
file(GLOB migrations CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/journal/migrations/*.sql)
set(generated ${CMAKE_BINARY_DIR}/generated/migrations.cpp)
add_custom_command(OUTPUT ${generated}
  COMMAND ${CMAKE_COMMAND} -DFOLDER=${CMAKE_SOURCE_DIR}/src/journal/migrations -DOUTPUT=${generated}
    -P ${CMAKE_SOURCE_DIR}/cmake/embed_migrations.cmake
  DEPENDS ${migrations} ${CMAKE_SOURCE_DIR}/cmake/embed_migrations.cmake
  COMMENT "Journal: migrations to C++" VERBATIM)
target_sources(thenar_journal_native PRIVATE ${generated})
