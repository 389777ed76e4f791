#include "server/guard.hpp"

#include <sodium.h>

#include <array>

#include "thenar/base/json.hpp"

namespace thenar::server {
namespace {

constexpr std::size_t kMostWrong = 5;
constexpr std::chrono::minutes kWithin{1};
constexpr const char* kCookie = "thenar=";
constexpr std::size_t kMostPassphrase = 1000;

struct Login {
  std::string passphrase;
};
template <class A>
void describe(A& a, Login& v) {
  a.required("passphrase", v.passphrase);
}

/// 256 random bits.
std::string fresh_token() {
  std::array<unsigned char, 32> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  std::array<char, 65> text{};
  sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
  return text.data();
}

std::string token_of(const std::string& cookies) {
  const auto at = cookies.find(kCookie);
  if (at == std::string::npos) return {};
  const auto begin = at + std::string_view(kCookie).size();
  return cookies.substr(begin, cookies.find(';', begin) - begin);
}

}  // namespace

Result<std::string> hashed(const std::string& passphrase) {
  if (passphrase.size() < kLeastPassphrase || passphrase.size() > kMostPassphrase)
    return tl::unexpected(Problem{{{}, 0, "passphrase"},
                                  std::to_string(passphrase.size()) + " bytes",
                                  std::to_string(kLeastPassphrase) + " or more",
                                  "Several words are easiest to type on a phone"});
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (sodium_init() < 0 ||
      crypto_pwhash_str(hash.data(), passphrase.data(), passphrase.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    return tl::unexpected(
        Problem{{{}, 0, "passphrase"}, "too little memory", "64 MiB to keep it safely", {}});
  return std::string(hash.data());
}

bool Guard::lets_in(const Request& request) {
  const std::lock_guard<std::mutex> guard(mutex_);
  return tokens_.contains(token_of(request.cookie));
}

Answer Guard::login(const Request& request) {
  const auto read = parse_document<Login>(request.body, "body", nullptr);
  if (!read) return answer_with(400, to_line(problems_document(read.error())));
  const std::lock_guard<std::mutex> guard(mutex_);
  const auto now = Clock::now();
  while (!wrong_.empty() && now - wrong_.front() > kWithin) wrong_.pop_front();
  if (wrong_.size() >= kMostWrong) {
    Answer answer = answer_with(429, R"({"error":"too many wrong passphrases: wait a minute"})");
    answer.headers["Retry-After"] = "60";
    return answer;
  }
  if (sodium_init() < 0 || read->passphrase.size() > kMostPassphrase ||
      crypto_pwhash_str_verify(hash_.c_str(), read->passphrase.data(), read->passphrase.size()) != 0) {
    wrong_.push_back(now);
    return answer_with(401, R"({"error":"another passphrase"})");
  }
  const std::string token = fresh_token();
  tokens_.insert(token);
  Answer answer = answer_with(200, R"({"welcome":true})");
  answer.headers["Set-Cookie"] =
      kCookie + token + "; Path=/; HttpOnly; Secure; SameSite=Strict; Max-Age=31536000";
  return answer;
}

}  // namespace thenar::server
