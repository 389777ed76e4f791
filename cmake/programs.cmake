# The command line: library thenar_cli (all but main.cpp, so that tests can reach it) and the program thenar.
# PortAudio is loaded while a session with sound runs (apps/cli/session/click.cpp): only its header is needed here.
file(GLOB_RECURSE cli_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/apps/cli/*.cpp)
set(cli_main ${CMAKE_SOURCE_DIR}/apps/cli/main.cpp)
list(REMOVE_ITEM cli_sources ${cli_main})
if(cli_sources)
  find_package(CLI11 REQUIRED)
  find_package(fmt REQUIRED)
  find_package(Threads REQUIRED)
  set(CURSES_NEED_WIDE ON)
  find_package(Curses REQUIRED)
  find_path(PORTAUDIO_INCLUDE portaudio.h REQUIRED)

  include(server)
  add_library(thenar_cli STATIC ${cli_sources})
  # curses.h defines short words (lines, tab, ...); click.cpp hides its types in a namespace without a name.
  set_source_files_properties(${CMAKE_SOURCE_DIR}/apps/cli/session/display.cpp ${CMAKE_SOURCE_DIR}/apps/cli/session/click.cpp
    PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  target_include_directories(thenar_cli PUBLIC ${CMAKE_SOURCE_DIR}/apps)
  target_include_directories(thenar_cli SYSTEM PRIVATE ${PORTAUDIO_INCLUDE})
  target_link_libraries(thenar_cli PUBLIC thenar_guidance thenar_interview thenar_practice_native thenar_practice_data thenar_outcomes_native
    thenar_motion_native thenar_hand_data
    thenar_journal_native thenar_server CLI11::CLI11 fmt::fmt Threads::Threads ${CURSES_LIBRARIES} ${CMAKE_DL_LIBS})
  if(EXISTS ${cli_main})
    add_executable(thenar ${cli_main})
    target_compile_definitions(thenar PRIVATE THENAR_VERSION="${PROJECT_VERSION}")
    target_link_libraries(thenar PRIVATE thenar_cli)
  endif()
endif()
