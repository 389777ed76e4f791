// Where the build puts the app.
#pragma once

#include <string>

namespace thenar::cli {

/// The app as it was built beside this program; it need not be there.
std::string built_app();

}  // namespace thenar::cli
