#include "answer.hpp"

#include "thenar/base/json.hpp"

namespace thenar {

template <class A>
void describe(A& a, Place& v) {
  a.required("file", v.file);
  a.required("line", v.line);
  a.required("path", v.path);
}
template <class A>
void describe(A& a, Problem& v) {
  a.required("place", v.place);
  a.required("found", v.found);
  a.required("expected", v.expected);
  a.required("remedy", v.remedy);
}

namespace web {

Answer given(const Json& document) {
  return {true, to_line(document)};
}

Answer refused(const Problems& problems) {
  return {false, to_line({{"format", "thenar.problems/1"}, {"problems", Writer(nullptr).write(problems)}})};
}

Answer refused(std::string found, std::string expected, std::string remedy) {
  return refused(Problems{{{}, std::move(found), std::move(expected), std::move(remedy)}});
}

}  // namespace web
}  // namespace thenar
