// What a server on the home network needs besides: its addresses, a certificate of its own, and a code to be
// photographed.
#pragma once

#include <string>
#include <vector>

#include "thenar/base/result.hpp"

namespace thenar::server {

/// IPv4 addresses of this machine that others at home can reach, as 192.168.1.7.
std::vector<std::string> home_addresses();

/// Writes a key (P-256) and a certificate that it signs itself, for these addresses, into a PEM file that
/// only its owner can read. Valid for 825 days, the longest that browsers take.
Result<void> write_certificate(const std::string& path, const std::vector<std::string>& addresses);

/// A text as a QR code of block characters, dark on light, for a terminal.
Result<std::string> qr_in_blocks(const std::string& text);

}  // namespace thenar::server
