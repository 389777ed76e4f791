#include "server/speech.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdint>

extern char** environ;

namespace thenar::server {
namespace {

constexpr std::size_t kRemembered = 200;
constexpr std::size_t kMostSound = 4 << 20U;
constexpr int kUsualWordsAMinute = 150;
constexpr int kPatienceMs = 5000;

/// What a program writes when it reads `input`; empty where it fails, is not there, or takes too long.
std::string output_of(const char* program, char* const* arguments, const std::string& input) {
  std::array<int, 2> in{};
  std::array<int, 2> out{};
  if (pipe2(in.data(), O_CLOEXEC) != 0) return {};
  if (pipe2(out.data(), O_CLOEXEC) != 0) {
    close(in[0]);
    close(in[1]);
    return {};
  }
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_adddup2(&files, in[0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&files, out[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t process = 0;
  const bool started = posix_spawnp(&process, program, &files, nullptr, arguments, environ) == 0;
  posix_spawn_file_actions_destroy(&files);
  close(in[0]);
  close(out[1]);
  // A sentence fits into a pipe: writing it does not wait for who reads it.
  const bool told = started && write(in[1], input.data(), input.size()) == static_cast<ssize_t>(input.size());
  close(in[1]);
  std::string sound;
  std::array<char, 16384> part{};
  for (bool more = told; more;) {
    pollfd ready{out[0], POLLIN, 0};
    if (poll(&ready, 1, kPatienceMs) <= 0 || sound.size() > kMostSound) {
      sound.clear();
      break;
    }
    const ssize_t got = read(out[0], part.data(), part.size());
    more = got > 0;
    if (more) sound.append(part.data(), static_cast<std::size_t>(got));
  }
  close(out[0]);
  if (!started) return {};
  if (sound.empty()) kill(process, SIGKILL);
  int status = 0;
  waitpid(process, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? sound : std::string();
}

/// A program that writes into a pipe does not know how long it will speak: the sizes in its header are put
/// right.
void set_sizes(std::string& wav) {
  constexpr std::size_t kHeader = 44;
  if (wav.size() < kHeader || !wav.starts_with("RIFF")) return wav.clear();
  const auto put = [&](std::size_t at, std::uint32_t value) {
    for (std::size_t i = 0; i < 4; ++i) wav[at + i] = static_cast<char>((value >> (8 * i)) & 255U);
  };
  put(4, static_cast<std::uint32_t>(wav.size() - 8));
  put(40, static_cast<std::uint32_t>(wav.size() - kHeader));
}

}  // namespace

std::shared_ptr<const std::string> Speech::say(const std::string& text, const std::string& language,
                                               double rate) {
  if (text.empty() || text.size() > kMostText || language.size() != 2 ||
      !std::all_of(language.begin(), language.end(), [](char c) { return c >= 'a' && c <= 'z'; }) ||
      !(rate >= 0.5 && rate <= 2))
    return nullptr;
  const std::string speed = std::to_string(static_cast<int>(rate * kUsualWordsAMinute));
  const std::string key = language + " " + speed + " " + text;
  const std::lock_guard<std::mutex> guard(mutex_);
  const auto known =
      std::find_if(said_.begin(), said_.end(), [&](const Said& each) { return each.key == key; });
  if (known != said_.end()) {
    said_.splice(said_.begin(), said_, known);
    return said_.front().sound;
  }
  std::array<std::string, 8> words{"espeak-ng", "-v", language, "-s", speed, "--stdin", "--stdout", "-z"};
  std::array<char*, 9> arguments{};
  for (std::size_t i = 0; i < words.size(); ++i) arguments[i] = words[i].data();
  std::string sound = output_of("espeak-ng", arguments.data(), text);
  set_sizes(sound);
  if (sound.empty()) return nullptr;
  said_.push_front({key, std::make_shared<const std::string>(std::move(sound))});
  if (said_.size() > kRemembered) said_.pop_back();
  return said_.front().sound;
}

}  // namespace thenar::server
