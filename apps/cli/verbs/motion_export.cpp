// thenar motion export: strokes, or a whole plan, as a scene and a table for other programs.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "cli/clips.hpp"
#include "cli/io.hpp"
#include "cli/requests.hpp"
#include "cli/verbs/verbs.hpp"
#include "thenar/motion/clip_file.hpp"
#include "thenar/motion/export.hpp"
#include "thenar/motion/gates.hpp"
#include "thenar/motion/shown.hpp"

namespace thenar::cli {
namespace {

constexpr double kShownStrokes = 3;  ///< of each clip that is exported by itself …
constexpr std::size_t kMostClipBytes = std::size_t{64} << 20U;
constexpr double kShownSeconds = 6;  ///< … but no shorter

struct ExportRequest {
  std::string plan;
  std::string technique;
  std::string zone;
  std::string tool;
  std::string mode = "partner";
  std::string clips;
  std::string output;
  bool table = false;
};

/// The clips of a technique in a zone, a piece each.
Outcome<std::vector<motion::Piece>> pieces_named(const Practice& practice, const ExportRequest& request) {
  const auto technique = practice.ids.techniques.find(request.technique);
  if (!technique.valid()) return unknown_option("technique", request.technique, "a technique as KNEAD");
  const auto zone = practice.ids.zones.find(request.zone);
  if (!zone.valid()) return unknown_option("zone", request.zone, "a zone as THEN");
  const auto tool = practice.ids.tools.find(request.tool);
  if (!request.tool.empty() && !tool.valid())
    return unknown_option("tool", request.tool, "a tool as thumb_pad");
  std::vector<motion::Piece> pieces;
  for (const motion::ClipId& id : motion::clips_of(practice)) {
    if (id.technique != technique || word(id.mode) != request.mode) continue;
    if (tool.valid() && id.tool != tool) continue;
    if (!practice.at(motion::group_of(practice, id)).zones.has(zone)) continue;
    motion::Piece piece;
    piece.technique = technique;
    piece.tempo_per_minute = practice.at(technique).tempo.typ_per_minute;
    const double period = piece.tempo_per_minute > 0 ? 60 / piece.tempo_per_minute : 0;
    piece.way_seconds = 1.2;
    piece.seconds = std::max(kShownSeconds, kShownStrokes * period);
    piece.clips = {id};
    pieces.push_back(piece);
  }
  if (!pieces.empty()) return pieces;
  return input_wrong(
      {{{"--zone", 0, {}},
        request.zone,
        fmt::format("a zone where {} is done with this tool and in mode {}", request.technique, request.mode),
        "Leave out --tool or choose another --mode; thenar motion check lists the clips of a technique"}});
}

Outcome<std::vector<motion::Piece>> pieces_wanted(const Practice& practice, const ExportRequest& request) {
  if (request.plan.empty()) return pieces_named(practice, request);
  const auto plan = plan_of(practice, request.plan);
  if (!plan) return tl::unexpected(plan.error());
  if (plan->steps.empty())
    return input_wrong({{{request.plan, 0, "steps"},
                         "none",
                         "a plan with something to do",
                         "A refused massage has nothing to show; thenar explain tells why"}});
  return motion::pieces_of(practice, *plan);
}

using ClipsByName = std::map<std::string, motion::Clip>;

/// Makes clips, which takes its time, and keeps those that may be shown; says which may not.
Outcome<void> make_more(const Practice& practice, const hand::Asset& asset,
                        const std::vector<motion::ClipId>& ids, ClipsByName& clips) {
  warn(fmt::format("Making {} {}, a second or two each\n", ids.size(), ids.size() == 1 ? "clip" : "clips"));
  auto made = made_clips(practice, asset, {}, ids);
  if (!made) return tl::unexpected(made.error());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const std::string name = motion::name_of(practice, ids[i]);
    auto& clip = (*made)[i];
    if (clip && motion::passes(clip->figures))
      clips.emplace(name, std::move(*clip));
    else
      warn(fmt::format("{} may not be shown: thenar motion check --technique {} tells why\n", name,
                       practice.at(ids[i].technique).id));
  }
  return {};
}

/// The clips of pieces, made now, that may be shown; where none may, those that stand in.
Outcome<ClipsByName> clips_made(const Practice& practice, const hand::Asset& asset,
                                const std::vector<motion::Piece>& pieces) {
  ClipsByName clips;
  std::set<std::string> tried;
  for (const bool instead : {false, true}) {
    std::vector<motion::ClipId> ids;
    for (const motion::Piece& piece : pieces) {
      const bool shown = std::any_of(piece.clips.begin(), piece.clips.end(), [&](const motion::ClipId& id) {
        return clips.contains(motion::name_of(practice, id));
      });
      if (shown) continue;
      for (const motion::ClipId& id : instead ? piece.instead : piece.clips)
        if (tried.insert(motion::name_of(practice, id)).second) ids.push_back(id);
    }
    if (ids.empty()) continue;
    const auto made = make_more(practice, asset, ids, clips);
    if (!made) return tl::unexpected(made.error());
  }
  return clips;
}

/// All clips of a file that was baked for the same hand and practice.
Outcome<ClipsByName> clips_read(const Practice& practice, const hand::HandModel& model,
                                const std::string& file) {
  const auto bytes = read_text(file, kMostClipBytes);
  if (!bytes) return tl::unexpected(bytes.error());
  auto set = motion::read_clips(practice,
                                {reinterpret_cast<const std::uint8_t*>(bytes->data()), bytes->size()}, file);
  if (!set) return input_wrong({set.error()});
  if (set->made_from != motion::origin_of(practice, model))
    return input_wrong({{{file, 0, {}},
                         "clips of another hand or practice",
                         "those of the hand of this program",
                         "Make them anew: thenar motion bake -o " + file}});
  ClipsByName clips;
  for (motion::Clip& clip : set->clips) {
    const std::string name = motion::name_of(practice, clip.id);
    clips.emplace(name, std::move(clip));
  }
  return clips;
}

/// What stands instead of .glb at the end of the table's name.
std::string table_name(const std::string& output) {
  const bool glb = output.size() > 4 && output.ends_with(".glb");
  return (glb ? output.substr(0, output.size() - 4) : output) + ".csv";
}

int write_export(motion::Scene& scene, const std::vector<motion::Stretch>& stretches,
                 const ExportRequest& request) {
  const auto glb = motion::glb_of(scene, stretches);
  if (!glb) return report(Failure{kInputWrong, {glb.error()}});
  const int code = finish_with(request.output, {reinterpret_cast<const char*>(glb->data()), glb->size()});
  if (code != kDone || !request.table) return code;
  const auto table = motion::contacts_csv(scene, stretches);
  if (!table) return report(Failure{kInputWrong, {table.error()}});
  return finish_with(table_name(request.output), *table);
}

int export_motion(const Globals& globals, const ExportRequest& request) {
  const auto practice = load_practice(globals);
  if (!practice) return report(practice.error());
  const auto pieces = pieces_wanted(*practice, request);
  if (!pieces) return report(pieces.error());
  const auto asset = embedded_hand();
  if (!asset) return report(asset.error());
  const auto scene = motion::make_scene(*practice, *asset, {});
  if (!scene) return report(Failure{kInputWrong, scene.error()});
  const auto clips = request.clips.empty() ? clips_made(*practice, *asset, *pieces)
                                           : clips_read(*practice, (*scene)->model(), request.clips);
  if (!clips) return report(clips.error());
  std::vector<motion::Clip> all;
  for (const auto& [name, clip] : *clips) all.push_back(clip);
  motion::ShownClips shown(**scene, all);
  const auto find = [&](const motion::Piece& piece, const motion::ClipId& id) {
    return shown.find(piece, id);
  };
  const auto stretches = motion::stretches_of(*pieces, find);
  const bool none = std::all_of(stretches.begin(), stretches.end(),
                                [](const motion::Stretch& stretch) { return stretch.clip == nullptr; });
  if (none)
    return report(Failure{kInputWrong,
                          {{{request.plan.empty() ? "--technique" : request.plan, 0, {}},
                            "no clip that may be shown",
                            "at least one that meets every gate",
                            "thenar motion check measures them"}}});
  return write_export(**scene, stretches, request);
}

}  // namespace

void add_motion_export(CLI::App& motion, Verb& chosen) {
  auto request = std::make_shared<ExportRequest>();
  auto* verb = motion.add_subcommand(
      "export", "Write strokes, or a whole plan, as a scene that other programs show (.glb, glTF 2.0)");
  auto* plan = verb->add_option("PLAN", request->plan, "Plan (thenar.plan/1), or - for standard input");
  plan->option_text(" ");
  auto* technique = verb->add_option("--technique", request->technique, "A technique, as KNEAD");
  technique->type_name("ID")->excludes(plan);
  auto* zone = verb->add_option("--zone", request->zone, "On the group of this zone, as THEN");
  zone->type_name("ID")->needs(technique);
  technique->needs(zone);
  verb->add_option("--tool", request->tool, "Only with this tool, as thumb_pad")
      ->type_name("ID")
      ->needs(technique);
  verb->add_option("--mode", request->mode, "Whether one's own other hand gives, or a partner's (partner)")
      ->type_name("self|partner")
      ->check(CLI::IsMember({"self", "partner"}))
      ->needs(technique);
  verb->add_option("--clips", request->clips,
                   "Clips that thenar motion bake wrote for the usual hand, instead of making them")
      ->type_name("FILE");
  verb->add_option("-o,--output", request->output, "File to write, whole or not at all")
      ->type_name("FILE")
      ->required();
  verb->add_flag("--csv", request->table, "Also write what touches where and how hard, beside it as .csv");
  verb->callback([request, plan, technique, &chosen] {
    if (plan->empty() && technique->empty()) throw CLI::RequiredError("PLAN, or --technique with --zone,");
    chosen = [request](const Globals& globals) { return export_motion(globals, *request); };
  });
}

}  // namespace thenar::cli
