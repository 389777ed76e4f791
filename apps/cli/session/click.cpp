#include "cli/session/click.hpp"

#include <dlfcn.h>
#include <fcntl.h>
#include <portaudio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <thread>

#include "cli/session/click_track.hpp"
#include "cli/session/terminal.hpp"

namespace thenar::cli::live {
namespace {

constexpr float kPressHz = 620;
constexpr float kOtherHz = 830;
constexpr float kTickRing = 0.022F;
constexpr float kChimeRing = 0.35F;
constexpr float kLowHz = 392;  // chimes: g, b and c
constexpr float kMiddleHz = 494;
constexpr float kHighHz = 523;
constexpr float kChimeLoudness = 0.5F;

/// The functions of PortAudio that we use, found in the library at run time.
struct PortAudio {
  decltype(&Pa_Initialize) initialize = nullptr;
  decltype(&Pa_Terminate) terminate = nullptr;
  decltype(&Pa_GetDefaultOutputDevice) default_output = nullptr;
  decltype(&Pa_GetDeviceInfo) device_info = nullptr;
  decltype(&Pa_OpenStream) open_stream = nullptr;
  decltype(&Pa_StartStream) start_stream = nullptr;
  decltype(&Pa_AbortStream) abort_stream = nullptr;
  decltype(&Pa_CloseStream) close_stream = nullptr;
  decltype(&Pa_GetStreamInfo) stream_info = nullptr;
};

/// What ALSA says when something is odd.
void ignore_alsa(const char* /*file*/, int /*line*/, const char* /*function*/, int /*error*/,
                 const char* /*format*/, ...) {}

template <class F>
bool find(void* library, const char* name, F& function) {
  function = reinterpret_cast<F>(dlsym(library, name));
  return function != nullptr;
}

std::optional<PortAudio> load_portaudio() {
  void* library = dlopen("libportaudio.so.2", RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) return std::nullopt;
  PortAudio pa;
  const bool whole =
      find(library, "Pa_Initialize", pa.initialize) && find(library, "Pa_Terminate", pa.terminate) &&
      find(library, "Pa_GetDefaultOutputDevice", pa.default_output) &&
      find(library, "Pa_GetDeviceInfo", pa.device_info) && find(library, "Pa_OpenStream", pa.open_stream) &&
      find(library, "Pa_StartStream", pa.start_stream) && find(library, "Pa_AbortStream", pa.abort_stream) &&
      find(library, "Pa_CloseStream", pa.close_stream) && find(library, "Pa_GetStreamInfo", pa.stream_info);
  if (!whole) return std::nullopt;
  // ALSA below it writes its worries to standard error whenever it likes: onto the display.
  int (*set_handler)(decltype(&ignore_alsa)) = nullptr;
  if (find(library, "snd_lib_error_set_handler", set_handler)) set_handler(ignore_alsa);
  return pa;
}

/// Sends standard error nowhere while sound libraries probe the machine.
class QuietErrors {
 public:
  QuietErrors() : before_(fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)) {
    const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (nowhere < 0) return;
    dup2(nowhere, STDERR_FILENO);
    close(nowhere);
  }
  ~QuietErrors() {
    if (before_ < 0) return;
    dup2(before_, STDERR_FILENO);
    close(before_);
  }
  QuietErrors(const QuietErrors&) = delete;
  QuietErrors& operator=(const QuietErrors&) = delete;

 private:
  int before_;
};

/// Whether this machine has a sound card that can be asked for without harm. Sound libraries abort on odd
/// configurations, so a child process asks first. Called while there is one thread.
pid_t ask_for_card() {
  const pid_t child = fork();
  if (child != 0) return child;
  leave_terminal_alone();
  const QuietErrors quiet;
  const auto pa = load_portaudio();
  _exit(pa && pa->initialize() == paNoError && pa->default_output() != paNoDevice ? 0 : 1);
}

bool answers_yes(pid_t child) {
  int status = 0;
  return child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

double steady_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace

struct Click::Card {
  std::atomic<State> state{State::opening};
  std::optional<PortAudio> pa;
  bool initialized = false;
  PaStream* stream = nullptr;
  std::unique_ptr<ClickTrack> track;
  double latency_seconds = 0;
  /// Frames rendered less what the steady clock says: where the card's clock stands. Smoothed, for callbacks
  /// come unevenly.
  std::atomic<double> offset_seconds{0};
  bool has_offset = false;
  pid_t probe = 0;
  std::thread opener;

  void open();
  void close();
  void render(float* out, unsigned long frames);
  void add(double in_seconds, Tick tick);
};

void Click::Card::render(float* out, unsigned long frames) {
  const double seen = static_cast<double>(track->frames()) / track->frames_per_second() - steady_seconds();
  const double before = offset_seconds.load(std::memory_order_relaxed);
  constexpr double kSmoothing = 0.05;
  constexpr double kBreak = 0.1;  // the card stood still: begin anew
  const bool anew = !has_offset || std::abs(seen - before) > kBreak;
  offset_seconds.store(anew ? seen : before + kSmoothing * (seen - before), std::memory_order_relaxed);
  has_offset = true;
  track->render({out, frames});
}

void Click::Card::open() {
  if (!answers_yes(probe)) {
    state = State::failed;
    return;
  }
  const QuietErrors quiet;
  pa = load_portaudio();
  initialized = pa && pa->initialize() == paNoError;
  const PaDeviceIndex device = initialized ? pa->default_output() : paNoDevice;
  const PaDeviceInfo* info = device == paNoDevice ? nullptr : pa->device_info(device);
  if (info == nullptr) {
    state = State::failed;
    return;
  }
  track = std::make_unique<ClickTrack>(info->defaultSampleRate);
  const PaStreamParameters parameters{device, 1, paFloat32, info->defaultHighOutputLatency, nullptr};
  auto callback = [](const void*, void* out, unsigned long frames, const PaStreamCallbackTimeInfo*,
                     PaStreamCallbackFlags, void* card) {
    static_cast<Card*>(card)->render(static_cast<float*>(out), frames);
    return static_cast<int>(paContinue);
  };
  if (pa->open_stream(&stream, nullptr, &parameters, info->defaultSampleRate, paFramesPerBufferUnspecified,
                      paNoFlag, callback, this) != paNoError) {
    stream = nullptr;
    state = State::failed;
    return;
  }
  if (const PaStreamInfo* now = pa->stream_info(stream)) latency_seconds = now->outputLatency;
  state = pa->start_stream(stream) == paNoError ? State::open : State::failed;
}

void Click::Card::close() {
  if (opener.joinable()) opener.join();
  const QuietErrors quiet;
  if (stream != nullptr) {
    pa->abort_stream(stream);
    pa->close_stream(stream);
  }
  if (initialized) pa->terminate();
}

void Click::Card::add(double in_seconds, Tick tick) {
  if (state != State::open || track->frames() == 0) return;
  const double at =
      steady_seconds() + in_seconds - latency_seconds + offset_seconds.load(std::memory_order_relaxed);
  tick.frame = static_cast<std::int64_t>(at * track->frames_per_second());
  track->add(tick);
}

Click::Click() : card_(std::make_unique<Card>()) {
  setenv("JACK_NO_START_SERVER", "1", 0);  // asking for a sound card must not start a sound server
  card_->probe = ask_for_card();
  card_->opener = std::thread([card = card_.get()] { card->open(); });
}

Click::~Click() {
  card_->close();
}

Click::State Click::state() const {
  return card_->state;
}

void Click::beat(double in_seconds, double loudness, bool press) {
  card_->add(in_seconds, {0, static_cast<float>(loudness), press ? kPressHz : kOtherHz, kTickRing});
}

void Click::chime(double in_seconds, std::string_view key) {
  const float pitch = key == "end" || key == "stop" ? kLowHz : key == "half" ? kMiddleHz : kHighHz;
  card_->add(in_seconds, {0, kChimeLoudness, pitch, kChimeRing});
}

void Click::clear() {
  if (card_->state == State::open) card_->track->clear();
}

}  // namespace thenar::cli::live
