// Documents from and to files, standard input and standard output: read within a limit, written whole or not
// at all.
#pragma once

#include <string>
#include <string_view>

#include "cli/outcome.hpp"
#include "thenar/base/json.hpp"

namespace thenar::cli {

/// The text of a file, or of standard input for "-". A file above `limit` bytes is refused by its size before
/// anything is read; a stream as soon as it passes the limit.
Outcome<std::string> read_text(const std::string& path, std::size_t limit = kMaxDocumentBytes);

/// Writes a text whole: to a new file beside the target that then takes its place, so that after a full disk
/// or a lost current the old content or the new one is there, never half. Standard output ("-") and devices
/// are written directly. New files are readable by their owner only.
Outcome<void> write_text(const std::string& path, std::string_view text);

/// write_text and the end of a verb: `code`, or after a message the code of the failure.
int finish_with(const std::string& path, std::string_view text, int code = kDone);

/// Prints a message on standard error.
void warn(std::string_view text);

}  // namespace thenar::cli
