// Sentences with gaps.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace thenar {

/// Replaces each {name} in a text by its value; an unknown name stays as it is.
std::string fill(std::string_view text, const std::map<std::string, std::string>& values);

}  // namespace thenar
