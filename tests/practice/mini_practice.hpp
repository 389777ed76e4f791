// A small practice that holds every promise: the sound ground that tests of the loader then damage.
#pragma once

#include <string>
#include <vector>

#include "thenar/practice/files.hpp"

namespace thenar::practice {

/// Four zones, five techniques, a family of precautions, a programme, and words for all of them.
std::vector<FileText> mini_practice();

/// The text of one of its files, to change.
std::string& text_of(std::vector<FileText>& files, const std::string& name);

/// Reads and loads the files as a practice of their own.
Loaded<Practice> load_alone(const std::vector<FileText>& files);

}  // namespace thenar::practice
