#include "answer.hpp"

#include "thenar/base/json.hpp"

namespace thenar::web {

Answer given(const Json& document) {
  return {true, to_line(document)};
}

Answer refused(const Problems& problems) {
  return {false, to_line(problems_document(problems))};
}

Answer refused(std::string found, std::string expected, std::string remedy) {
  return refused(Problems{{{}, std::move(found), std::move(expected), std::move(remedy)}});
}

}  // namespace thenar::web
