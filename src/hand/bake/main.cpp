// hand_bake SOURCE.json OUTPUT.bin: the hand of assets/hand/arm.json with its skin weights, as one file.
#include <cstdio>
#include <fstream>
#include <sstream>

#include "thenar/hand/model.hpp"

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: hand_bake SOURCE.json OUTPUT.bin\n", stderr);
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
  if (!out.flush()) {
    std::fprintf(stderr, "%s: could not be written\n", argv[2]);
    return 1;
  }
  return 0;
}
