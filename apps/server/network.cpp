#include "server/network.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>
#include <qrencode.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <memory>

namespace thenar::server {
namespace {

constexpr long kValidSeconds = 825L * 24 * 3600;

template <class T, void (*Free)(T*)>
struct FreedBy {
  void operator()(T* value) const { Free(value); }
};
using Key = std::unique_ptr<EVP_PKEY, FreedBy<EVP_PKEY, EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, FreedBy<X509, X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, FreedBy<X509_EXTENSION, X509_EXTENSION_free>>;

tl::unexpected<Problem> no_certificate(const std::string& path, const char* why) {
  return tl::unexpected(Problem{{path, 0, {}}, why, "a certificate of its own", {}});
}

bool add_extension(X509* certificate, int kind, const std::string& value) {
  const Extension extension(X509V3_EXT_conf_nid(nullptr, nullptr, kind, value.c_str()));
  return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

Certificate certificate_for(EVP_PKEY* key, const std::vector<std::string>& addresses) {
  Certificate made(X509_new());
  std::array<unsigned char, 8> serial{};
  if (!made || RAND_bytes(serial.data(), serial.size()) != 1) return nullptr;
  std::uint64_t number = 0;
  for (const unsigned char byte : serial) number = number << 8U | byte;
  ASN1_INTEGER_set_uint64(X509_get_serialNumber(made.get()), number >> 1U);
  X509_set_version(made.get(), 2);
  X509_gmtime_adj(X509_getm_notBefore(made.get()), 0);
  X509_gmtime_adj(X509_getm_notAfter(made.get()), kValidSeconds);
  X509_set_pubkey(made.get(), key);
  X509_NAME* name = X509_get_subject_name(made.get());
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
                             reinterpret_cast<const unsigned char*>("Thenar at home"), -1, -1, 0);
  X509_set_issuer_name(made.get(), name);
  std::string names = "DNS:localhost,IP:127.0.0.1";
  for (const auto& each : addresses) names += ",IP:" + each;
  const bool whole = add_extension(made.get(), NID_subject_alt_name, names) &&
                     add_extension(made.get(), NID_basic_constraints, "critical,CA:FALSE") &&
                     X509_sign(made.get(), key, EVP_sha256()) > 0;
  return whole ? std::move(made) : nullptr;
}

}  // namespace

std::vector<std::string> home_addresses() {
  std::vector<std::string> out;
  ifaddrs* all = nullptr;
  if (getifaddrs(&all) != 0) return out;
  for (const ifaddrs* each = all; each != nullptr; each = each->ifa_next) {
    if (each->ifa_addr == nullptr || each->ifa_addr->sa_family != AF_INET) continue;
    if ((each->ifa_flags & IFF_LOOPBACK) != 0 || (each->ifa_flags & IFF_UP) == 0) continue;
    std::array<char, INET_ADDRSTRLEN> text{};
    const auto* address = reinterpret_cast<const sockaddr_in*>(each->ifa_addr);
    if (inet_ntop(AF_INET, &address->sin_addr, text.data(), text.size()) != nullptr)
      out.emplace_back(text.data());
  }
  freeifaddrs(all);
  return out;
}

Result<void> write_certificate(const std::string& path, const std::vector<std::string>& addresses) {
  const Key key(EVP_EC_gen("P-256"));
  if (!key) return no_certificate(path, "no key could be made");
  const Certificate certificate = certificate_for(key.get(), addresses);
  if (!certificate) return no_certificate(path, "it could not be signed");
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  FILE* out = file < 0 ? nullptr : fdopen(file, "w");
  if (out == nullptr) return no_certificate(path, "the file cannot be written");
  const bool written = PEM_write_PrivateKey(out, key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1 &&
                       PEM_write_X509(out, certificate.get()) == 1;
  if (fclose(out) != 0 || !written) return no_certificate(path, "the file cannot be written");
  return {};
}

Result<std::string> qr_in_blocks(const std::string& text) {
  const std::unique_ptr<QRcode, FreedBy<QRcode, QRcode_free>> code(
      QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M));
  if (!code)
    return tl::unexpected(Problem{{{}, 0, "QR code"}, std::to_string(text.size()) + " bytes", "fewer", {}});
  constexpr int kQuiet = 2;
  const auto dark = [&](int x, int y) {
    const bool inside = x >= 0 && y >= 0 && x < code->width && y < code->width;
    return inside && (code->data[y * code->width + x] & 1U) != 0;
  };
  // Two rows a line; light is drawn, for most terminals are dark.
  std::string out;
  for (int y = -kQuiet; y < code->width + kQuiet; y += 2) {
    for (int x = -kQuiet; x < code->width + kQuiet; ++x) {
      const bool upper = !dark(x, y);
      const bool lower = !dark(x, y + 1);
      out += upper && lower ? "█" : upper ? "▀" : lower ? "▄" : " ";
    }
    out += "\n";
  }
  return out;
}

}  // namespace thenar::server
