// thenar motion check, bake: makes clips and measures them against the gates.
#include <fmt/format.h>

#include "cli/clips.hpp"
#include "cli/io.hpp"
#include "cli/verbs/verbs.hpp"
#include "thenar/motion/clip_file.hpp"
#include "thenar/motion/gates.hpp"

namespace thenar::cli {
namespace {

using motion::Clip;
using motion::ClipId;

struct WantedClips {
  std::string technique;
  std::string zone;
  int every = 1;
  int offset = 0;
};

/// The clips that are asked for.
Outcome<std::vector<ClipId>> wanted_clips(const Practice& practice, const WantedClips& wanted) {
  const auto technique = practice.ids.techniques.find(wanted.technique);
  if (!wanted.technique.empty() && !technique.valid())
    return unknown_option("technique", wanted.technique, "a technique as KNEAD");
  const auto zone = practice.ids.zones.find(wanted.zone);
  if (!wanted.zone.empty() && !zone.valid()) return unknown_option("zone", wanted.zone, "a zone as THEN");
  std::vector<ClipId> out;
  int count = 0;
  for (const ClipId& id : motion::clips_of(practice)) {
    if (technique.valid() && id.technique != technique) continue;
    if (zone.valid() && !practice.at(motion::group_of(practice, id)).zones.has(zone)) continue;
    if (count++ % wanted.every == wanted.offset) out.push_back(id);
  }
  if (!out.empty()) return out;
  if (count > 0)
    return input_wrong({{{"--offset", 0, {}}, std::to_string(wanted.offset), "less than --every", {}}});
  const std::string what = technique.valid() ? wanted.technique : "some technique";
  return input_wrong({{{zone.valid() ? "--zone" : "--technique", 0, {}},
                       zone.valid() ? wanted.zone : wanted.technique,
                       zone.valid() ? "a zone that " + what + " may touch" : "a technique that touches",
                       "thenar zones and thenar techniques tell what is done where"}});
}

constexpr std::string_view kLegend =
    "mean, most: of pads from where they should be, mm. beside, pad: of one skin in the other, beside the "
    "pads\n"
    "and under them, mm. limits: of joints passed, degrees. wrist, speed, seam: of the giver, degrees, "
    "degrees\n"
    "a second, degrees. short: of the usual force. depth: of the tissue. edges: stretched so many times.\n"
    "flips: triangles turned over. out: contacts where nothing may be pressed so hard. !: beyond its gate.\n";

std::string table_header() {
  std::string line = fmt::format("{:<37} {:>1}", "clip", "L");
  for (const auto& gate : motion::gates_of({})) line += fmt::format(" {:>6}", gate.head);
  return line + "\n";
}

std::string table_row(const std::string& name, const Clip& clip) {
  std::string line = fmt::format("{:<37} {:>1}", name, clip.level);
  for (const auto& gate : motion::gates_of(clip.figures))
    line += fmt::format(
        " {:>6}", fmt::format("{:.{}f}{}", gate.value, gate.value < 100 ? 2 : 0, gate.passed() ? "" : "!"));
  return line + "\n";
}

int check_clips(const Globals& globals, const WantedClips& wanted) {
  const auto practice = load_practice(globals);
  if (!practice) return report(practice.error());
  const auto ids = wanted_clips(*practice, wanted);
  if (!ids) return report(ids.error());
  const auto asset = embedded_hand();
  if (!asset) return report(asset.error());
  const auto clips = made_clips(*practice, *asset, {}, *ids);
  if (!clips) return report(clips.error());
  std::string text = table_header();
  std::size_t failed = 0;
  for (std::size_t i = 0; i < ids->size(); ++i) {
    const std::string name = motion::name_of(*practice, (*ids)[i]);
    const auto& clip = (*clips)[i];
    text += clip ? table_row(name, *clip) : fmt::format("{:<38}  ! {}\n", name, to_text(clip.error()));
    if (!clip || !motion::passes(clip->figures)) ++failed;
  }
  text += fmt::format("{}{} clips, {} may be shown, {} not\n", kLegend, ids->size(), ids->size() - failed,
                      failed);
  return finish_with("-", text, failed > 0 ? kFaultsFound : kDone);
}

struct BakeRequest {
  hand::HandShape shape;
  double length_mm = 0;
  std::string output;
};

int bake_clips(const Globals& globals, const BakeRequest& request) {
  const auto practice = load_practice(globals);
  if (!practice) return report(practice.error());
  const auto asset = embedded_hand();
  if (!asset) return report(asset.error());
  hand::HandShape shape = request.shape;
  shape.length_m = request.length_mm / 1000;
  const auto model = hand::make_model(*asset, shape, motion::kReceiverLevel);
  if (!model) return report(Failure{kInputWrong, {model.error()}});
  const auto ids = motion::clips_of(*practice);
  const auto clips = made_clips(*practice, *asset, shape, ids);
  if (!clips) return report(clips.error());
  motion::ClipSet set{motion::origin_of(*practice, *model), {}};
  for (const auto& clip : *clips)
    if (clip && motion::passes(clip->figures)) set.clips.push_back(*clip);
  const auto bytes = motion::write_clips(*practice, set);
  warn(fmt::format("{} of {} clips may be shown\n", set.clips.size(), ids.size()));
  return finish_with(request.output, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

void add_bake(CLI::App& motion, Verb& chosen) {
  auto request = std::make_shared<BakeRequest>();
  auto* verb =
      motion.add_subcommand("bake", "Make the clips of a hand, those that may be shown, into one file");
  verb->add_option("--length", request->length_mm, "Length of the hand, wrist crease to the middle fingertip")
      ->type_name("MM");
  verb->add_option("--years", request->shape.years, "Age, for a child's proportions")->type_name("N");
  verb->add_option("--man", request->shape.man, "Proportions: 0 a woman's to 1 a man's")->type_name("SHARE");
  verb->add_option("-o,--output", request->output, "File to write")->type_name("FILE")->required();
  verb->callback([request, &chosen] {
    chosen = [request](const Globals& globals) { return bake_clips(globals, *request); };
  });
}

}  // namespace

void add_motion(CLI::App& app, Verb& chosen) {
  auto* verb = app.add_subcommand("motion", "The strokes as they are shown");
  verb->require_subcommand(1);
  auto wanted = std::make_shared<WantedClips>();
  auto* below = verb->add_subcommand("check", "Make clips and measure them: what fails a gate is not shown");
  below->add_option("--technique", wanted->technique, "Only this technique, as KNEAD")->type_name("ID");
  below->add_option("--zone", wanted->zone, "Only on the group of this zone, as THEN")->type_name("ID");
  below->add_option("--every", wanted->every, "Only every so many of them")
      ->type_name("N")
      ->check(CLI::Range(1, 1000));
  below->add_option("--offset", wanted->offset, "Begin so many later")
      ->type_name("N")
      ->check(CLI::Range(0, 999));
  below->callback([wanted, &chosen] {
    chosen = [wanted](const Globals& globals) { return check_clips(globals, *wanted); };
  });
  add_bake(*verb, chosen);
  add_motion_export(*verb, chosen);
  add_motion_sheet(*verb, chosen);
}

}  // namespace thenar::cli
