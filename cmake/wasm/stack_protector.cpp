// compiler-rt for wasm32 is built with the stack protector but brings no runtime for it.
extern "C" {
unsigned long __stack_chk_guard = 0x5bd1e995UL;
[[noreturn]] void __stack_chk_fail() {
  __builtin_trap();
}
}
