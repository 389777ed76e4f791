#include <cstdio>

#include "cli/session/front.hpp"

namespace thenar::cli::live {
namespace {

constexpr std::int64_t kMillisecondsASecond = 1000;

class Lines : public Front {
 public:
  bool draw(const View& view) override {
    if (!greeted_) {
      greeted_ = true;
      std::printf("%s\n", view.title.c_str());
      for (const auto& item : view.list) std::printf("  - %s\n", item.c_str());
      print_keys(view.keys);
    }
    if (view.mark != mark_) {
      mark_ = view.mark;
      if (!mark_.empty()) {
        std::printf("%s\n", mark_.c_str());
        print_keys(view.keys);
      }
    }
    if (view.notice != notice_) {
      notice_ = view.notice;
      if (!notice_.empty()) std::printf("%s\n", notice_.c_str());
    }
    print_when_new(question_, view.answers.empty() ? std::string() : view.title, view.answers);
    print_when_new(page_, view.page.empty() ? std::string() : "?", view.page);
    return std::fflush(stdout) == 0;
  }
  bool tell(const Practice&, const guidance::Cue& cue) override {
    const bool warns = cue.cue == guidance::CueKind::warn;
    std::printf("[%5s] %s%s\n", clock_text(static_cast<int>(cue.t_ms / kMillisecondsASecond)).c_str(),
                warns ? "! " : "", cue.text.c_str());
    return std::fflush(stdout) == 0;
  }
  void leave() override {}
  void come_back() override {}
  bool moves() const override { return false; }

 private:
  static void print_keys(const std::vector<KeyHint>& keys) {
    for (const auto& key : keys) std::printf("  %s: %s", key.name.c_str(), key.text.c_str());
    if (!keys.empty()) std::printf("\n");
  }
  static void print_when_new(std::string& shown, const std::string& now, const std::vector<KeyHint>& hints) {
    if (shown == now) return;
    shown = now;
    if (now.empty()) return;
    if (now != "?") std::printf("%s\n", now.c_str());
    for (const auto& hint : hints) std::printf("  %s: %s\n", hint.name.c_str(), hint.text.c_str());
  }

  bool greeted_ = false;
  std::string mark_;
  std::string notice_;
  std::string question_;
  std::string page_;
};

}  // namespace

std::unique_ptr<Front> open_lines() {
  return std::make_unique<Lines>();
}

}  // namespace thenar::cli::live
