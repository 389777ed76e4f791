// Clips that verbs make: of the hand that comes with the program, with word of how far it has come.
#pragma once

#include "cli/outcome.hpp"
#include "thenar/motion/bake.hpp"

namespace thenar::cli {

/// The hand that comes with the program.
Outcome<hand::Asset> embedded_hand();

/// Makes clips on all cores, in the order of their ids; says on a terminal how many are ready.
Outcome<std::vector<Result<motion::Clip>>> made_clips(const Practice& practice, const hand::Asset& asset,
                                                      const hand::HandShape& shape,
                                                      const std::vector<motion::ClipId>& ids);

/// The failure of an option that names nothing in the practice.
tl::unexpected<Failure> unknown_option(const std::string& option, const std::string& found, const char* what);

}  // namespace thenar::cli
