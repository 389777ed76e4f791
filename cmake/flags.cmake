# What every file of ours is compiled with: the target thenar_flags.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # What ccache wants to be told before it keeps files that use precompiled headers.
  set(CMAKE_CXX_COMPILER_LAUNCHER env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    ${CCACHE_PROGRAM})
endif()

add_library(thenar_flags INTERFACE)
target_include_directories(thenar_flags INTERFACE ${CMAKE_SOURCE_DIR}/include)
find_path(EIGEN_INCLUDE Eigen/Core PATHS /usr/include/eigen3 NO_DEFAULT_PATH REQUIRED)
target_include_directories(thenar_flags SYSTEM INTERFACE ${EIGEN_INCLUDE})
# fp-contract: results are the same bits in every build. prefix-map: no machine path inside a binary.
target_compile_options(thenar_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
  -ffp-contract=off -ffile-prefix-map=${CMAKE_SOURCE_DIR}/=)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # gcc 12 reports these inside libstdc++'s own strings and optionals where nothing is wrong.
  target_compile_options(thenar_flags INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
else()
  # libstdc++ 12 uses std::get_temporary_buffer inside std::stable_sort.
  target_compile_options(thenar_flags INTERFACE -Wno-deprecated-declarations)
endif()
