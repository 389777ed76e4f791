// hand_bake SOURCE.json OUTPUT.bin OUTPUT.cpp: the hand of assets/hand/arm.json with its skin weights, as one
// file and as the bytes that programs carry.
#include <cstdio>
#include <fstream>
#include <sstream>

#include "thenar/hand/model.hpp"

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("usage: hand_bake SOURCE.json OUTPUT.bin OUTPUT.cpp\n", stderr);
    return 2;
  }
  std::ostringstream text;
  text << std::ifstream(argv[1], std::ios::binary).rdbuf();
  auto asset = thenar::hand::read_source(text.str(), argv[1]);
  if (!asset) {
    std::fputs((thenar::to_text(asset.error()) + "\n").c_str(), stderr);
    return 1;
  }
  thenar::hand::weigh(*asset);
  const auto bytes = thenar::hand::write_asset(*asset);
  std::ofstream out(argv[2], std::ios::binary);
  out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  std::ofstream code(argv[3]);
  code << "#include \"thenar/hand/embedded.hpp\"\nnamespace thenar::hand {\nnamespace {\n"
       << "constexpr std::uint8_t kBytes[] = {";
  for (std::size_t i = 0; i < bytes.size(); ++i)
    code << (i % 32 == 0 ? "\n" : "") << static_cast<int>(bytes[i]) << ',';
  code << "};\n}  // namespace\nstd::span<const std::uint8_t> embedded_bytes() {\n  return kBytes;\n}\n"
       << "}  // namespace thenar::hand\n";
  if (out.flush() && code.flush()) return 0;
  std::fprintf(stderr, "%s or %s could not be written\n", argv[2], argv[3]);
  return 1;
}
