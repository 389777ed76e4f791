// What touches where and when, as a table.
#include <cmath>

#include "sequence.hpp"

namespace thenar::motion {
namespace {

constexpr std::array<const char*, kPads> kPadWords{"thumb",  "index", "middle", "ring",
                                                   "little", "palm",  "heel",   "fist"};

/// A number with so many decimals, with a point whatever the language of the machine.
std::string decimal(double value, int decimals) {
  double scale = 1;
  for (int i = 0; i < decimals; ++i) scale *= 10;
  const auto whole = std::llround(std::abs(value) * scale);
  const auto unit = static_cast<long long>(scale);
  std::string after = std::to_string(whole % unit);
  after.insert(0, static_cast<std::size_t>(decimals) - after.size(), '0');
  return (value < 0 && whole > 0 ? "-" : "") + std::to_string(whole / unit) + "." + after;
}

/// A text as RFC 4180 wants it.
std::string field(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char each : text) out.append(each == '"' ? 2 : 1, each);
  return out + "\"";
}

std::string row(const Frame& frame, const std::string& clip, const Contact& contact, double force_share) {
  std::string line = decimal(frame.time_s, 4) + "," + field(clip) + "," + std::string(word(frame.hand)) +
                     "," + (contact.pad ? kPadWords[static_cast<std::size_t>(*contact.pad)] : "thing");
  for (int i = 0; i < 3; ++i) line += "," + decimal(contact.point[i], 6);
  for (int i = 0; i < 3; ++i) line += "," + decimal(contact.out[i], 5);
  return line + "," + decimal(force_share * contact.force_n, 4) + "," + decimal(contact.radius_m, 5) + "\r\n";
}

}  // namespace

Result<std::string> contacts_csv(Scene& scene, std::span<const Stretch> stretches) {
  const auto sequence = sequence_of(scene, stretches);
  if (!sequence) return tl::unexpected(sequence.error());
  std::string out = "time_s,clip,hand,pad,x_m,y_m,z_m,nx,ny,nz,force_n,radius_m\r\n";
  for (const Frame& frame : sequence->frames) {
    if (frame.clip == nullptr || frame.pressed <= 0) continue;
    const std::string clip = name_of(scene.practice(), frame.clip->id);
    for (const Contact& contact : frame.clip->samples[frame.sample].contacts)
      if (!contact.rests)
        out += row(frame, clip, contact, frame.pressed * sequence->played[frame.stretch].force_share);
  }
  return out;
}

}  // namespace thenar::motion
