// Fontconfig keeps what it has read of fonts to the end of a program and frees none of it: the sanitizer is
// told so.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libfontconfig";
}
