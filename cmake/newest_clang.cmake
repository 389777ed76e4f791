# The newest clang of the machine, at least 19 (Debian's plain clang++ is 14, which cannot compile range views).
# With THENAR_NEED_WASM only those count that have a wasm32 C++ library beside them.
if(NOT THENAR_CLANG_VERSION)
  set(newest 18)
  file(GLOB compilers /usr/bin/clang++-[0-9]*)
  foreach(compiler ${compilers})
    string(REGEX REPLACE "^.*-" "" version ${compiler})
    if(version GREATER newest AND
       (NOT THENAR_NEED_WASM OR EXISTS /usr/lib/llvm-${version}/lib/wasm32-wasi/libc++.a))
      set(newest ${version})
    endif()
  endforeach()
  if(newest EQUAL 18)
    message(FATAL_ERROR "No clang++-N with N >= 19 fit for this preset is installed; ./check installs it")
  endif()
  set(THENAR_CLANG_VERSION ${newest} CACHE INTERNAL "the clang that was found")
endif()
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES THENAR_CLANG_VERSION)
set(CMAKE_CXX_COMPILER /usr/bin/clang++-${THENAR_CLANG_VERSION})
