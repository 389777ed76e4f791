// The files of the app, read once and kept ready to be sent: nothing outside their folder can ever be asked
// for.
#pragma once

#include <optional>

#include "server/http.hpp"

namespace thenar::server {

class Files {
 public:
  /// Reads a folder with all below it. Fails where it holds no index.html.
  static Result<Files> read(const std::string& folder);

  /// The answer for a path, compressed where that is taken and smaller, or 304 where it is known already;
  /// none where there is no such file.
  std::optional<Answer> find(const Request& request) const;

 private:
  struct File {
    std::string type;
    std::string tag;
    std::shared_ptr<const std::string> plain;
    std::shared_ptr<const std::string> packed;  ///< gzip; none where that is not smaller
    bool forever = false;                       ///< its name changes with what is in it
  };
  std::map<std::string, File> files_;
};

}  // namespace thenar::server
