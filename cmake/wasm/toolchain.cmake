# WebAssembly by the newest clang that has a wasm32 libc++ beside it (Debian: libc++-N-dev-wasm32, wasi-libc).
set(THENAR_NEED_WASM ON)
include(${CMAKE_CURRENT_LIST_DIR}/../newest_clang.cmake)
set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_SYSTEM_PROCESSOR wasm32)
set(CMAKE_CXX_COMPILER_TARGET wasm32-wasi)
set(CMAKE_AR /usr/lib/llvm-${THENAR_CLANG_VERSION}/bin/llvm-ar)
set(CMAKE_RANLIB /usr/lib/llvm-${THENAR_CLANG_VERSION}/bin/llvm-ranlib)
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
set(CMAKE_EXECUTABLE_SUFFIX_CXX .wasm)
# clang warns that this spelling of the target is old, but Debian's libraries lie under it.
set(CMAKE_CXX_FLAGS_INIT -Wno-deprecated)
