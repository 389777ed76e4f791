// Practice files: TOML texts to one practice document. Native only; WebAssembly gets the document ready made.
// Whoever calls reads the disk, so that this stays free of it.
#pragma once

#include <string>
#include <vector>

#include "thenar/base/json.hpp"
#include "thenar/base/result.hpp"
#include "thenar/practice/languages.hpp"
#include "thenar/practice/load.hpp"

namespace thenar::practice {

/// One file as it was read; the name is relative to the practice directory, as "zones.toml", "words/en.toml".
struct FileText {
  std::string name;
  std::string text;
};

/// A practice document and where each of its values stands.
struct Document {
  Json json = Json::object();
  Places places;
};

/// Puts the files of one practice directory together in the order given: lists are joined, tables and fields
/// stand in one file only, and the tables of words/*.toml become the flat map `words` ("zone.THEN.name"). Of
/// files named after a language ("words/de.toml") only those of the language that is asked for are read.
/// Problems: text that is not TOML, a field in two files, a word that is no text. What the fields mean is
/// checked by load.
Loaded<Document> read_files(const std::vector<FileText>& files, std::string_view language = kEnglish);

/// Somebody's own files on top of a whole practice: a thing with the same id is replaced whole, a new one
/// added at the end of its list, single fields and words are replaced. With `replaces = true` in the own
/// files nothing of the base remains. Values of the base carry `base_name` as their file.
Document merge(const Json& base, const std::string& base_name, const Document& own);

/// All three steps: the practice that somebody's own files make of the base.
Loaded<Practice> load_files(const Json& base, const std::string& base_name,
                            const std::vector<FileText>& files, std::string_view language = kEnglish);

}  // namespace thenar::practice
