// Who may reach a server on the home network, and how it is reached.
#include "server/guard.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "server/http.hpp"
#include "server/network.hpp"
#include "support/process.hpp"

namespace thenar::server {
namespace {

Request asking(const std::string& passphrase) {
  Request request;
  request.body = R"({"passphrase":")" + passphrase + "\"}";
  return request;
}

std::string cookie_of(const Answer& answer) {
  const auto found = answer.headers.find("Set-Cookie");
  return found == answer.headers.end() ? std::string() : found->second.substr(0, found->second.find(';'));
}

TEST(Guard, OnlyADeviceThatGaveThePassphraseIsLetIn) {
  const auto hash = hashed("sore hands at home");
  ASSERT_TRUE(hash);
  EXPECT_EQ(hash->find("sore"), std::string::npos) << "what is kept tells nothing";
  EXPECT_TRUE(hash->starts_with("$argon2id$"));
  Guard guard(*hash);
  EXPECT_FALSE(guard.lets_in({}));
  EXPECT_EQ(guard.login(asking("sore hands at work")).status, 401);
  const Answer welcome = guard.login(asking("sore hands at home"));
  ASSERT_EQ(welcome.status, 200);
  for (const char* part : {"HttpOnly", "Secure", "SameSite=Strict"})
    EXPECT_NE(welcome.headers.at("Set-Cookie").find(part), std::string::npos) << part;
  Request next;
  next.cookie = "other=1; " + cookie_of(welcome);
  EXPECT_TRUE(guard.lets_in(next));
  next.cookie.back() = next.cookie.back() == '0' ? '1' : '0';
  EXPECT_FALSE(guard.lets_in(next)) << "a cookie that was guessed";
}

TEST(Guard, WhoTriesTooOftenWaits) {
  Guard guard(*hashed("sore hands at home"));
  for (int i = 0; i < 5; ++i) EXPECT_EQ(guard.login(asking("wrong passphrase")).status, 401);
  EXPECT_EQ(guard.login(asking("sore hands at home")).status, 429) << "also the right one";
}

TEST(Guard, WhatIsNoPassphraseIsRefused) {
  EXPECT_FALSE(hashed("short"));
  Guard guard(*hashed("sore hands at home"));
  for (const char* body : {"", "{", R"({"passphrase":7})", R"({"other":"x"})"}) {
    Request request;
    request.body = body;
    EXPECT_EQ(guard.login(request).status, 400) << body;
  }
}

TEST(Network, ACertificateIsReadByNobodyElseAndNamesItsAddresses) {
  const thenar::test::TemporaryFolder folder;
  const std::string path = folder / "home.pem";
  ASSERT_TRUE(write_certificate(path, {"192.168.1.7"}));
  struct stat facts{};
  ASSERT_EQ(stat(path.c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & 0777U, 0600U);
  thenar::test::Run run;
  run.arguments = {"x509", "-in", path, "-noout", "-text"};
  const auto shown = thenar::test::run_program("/usr/bin/openssl", run);
  EXPECT_EQ(shown.code, 0) << shown.err;
  EXPECT_NE(shown.out.find("IP Address:192.168.1.7"), std::string::npos) << shown.out;
  EXPECT_NE(shown.out.find("CA:FALSE"), std::string::npos);
  EXPECT_FALSE(write_certificate(folder / "no/such/folder.pem", {}));
}

TEST(Network, AServerWithACertificateAnswersEncryptedAndOnlyWhatFits) {
  const thenar::test::TemporaryFolder folder;
  HttpOptions options;
  options.certificate = folder / "home.pem";
  options.most_body = 10;
  ASSERT_TRUE(write_certificate(options.certificate, {}));
  const auto running = HttpServer::start(
      options, [](const Request& request) { return answer_with(200, "heard " + request.body, "text/plain"); },
      [](const Request&, const Answer&, double) {});
  ASSERT_TRUE(running);
  const auto ask = [&](const std::string& body) {
    thenar::test::Run run;
    run.arguments = {"s_client", "-quiet", "-connect", "127.0.0.1:" + std::to_string((*running)->port())};
    run.input = "POST / HTTP/1.1\r\nHost: here\r\nConnection: close\r\nContent-Length: " +
                std::to_string(body.size()) + "\r\n\r\n" + body;
    return thenar::test::run_program("/usr/bin/openssl", run).out;
  };
  const auto answer = ask("sore hand");
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 200")) << answer;
  EXPECT_TRUE(answer.ends_with("heard sore hand")) << answer;
  EXPECT_TRUE(ask("two sore hands").starts_with("HTTP/1.1 413"));
}

TEST(Network, ACodeIsASquareOfBlocks) {
  const auto code = qr_in_blocks("https://192.168.1.7:8417/");
  ASSERT_TRUE(code);
  std::size_t lines = 0;
  for (const char c : *code) lines += c == '\n' ? 1 : 0;
  EXPECT_GT(lines, 12U);
  EXPECT_FALSE(qr_in_blocks(std::string(5000, 'x')));
}

}  // namespace
}  // namespace thenar::server
