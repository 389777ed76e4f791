#include "cli/session/text.hpp"

#include <algorithm>

namespace thenar::cli::live {

std::wstring widen(std::string_view text, bool unicode) {
  std::wstring out;
  for (std::size_t i = 0; i < text.size();) {
    const auto first = static_cast<unsigned char>(text[i]);
    const std::size_t length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    auto code = static_cast<wchar_t>(length == 1 ? first : first & (0x7fU >> length));
    for (std::size_t k = 1; k < length && i + k < text.size(); ++k)
      code = static_cast<wchar_t>((code << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3f));
    i += length;
    if (code < 0x20) code = L' ';
    if (unicode || code < 0x7f) {
      out += code;
      continue;
    }
    constexpr std::wstring_view kFrom = L"–—−’‘“”·•×°";
    constexpr std::wstring_view kTo = L"---''\"\".*x ";
    const auto at = kFrom.find(code);
    if (code == L'…')
      out += L"...";
    else
      out += at == std::wstring_view::npos ? L'?' : kTo[at];
  }
  return out;
}

std::vector<std::wstring> wrap(const std::wstring& text, int columns) {
  const auto most = static_cast<std::size_t>(std::max(columns, 1));
  std::vector<std::wstring> lines;
  std::size_t start = 0;
  while (start < text.size()) {
    std::size_t length = text.size() - start;
    if (length > most) {
      const auto blank = text.rfind(L' ', start + most);
      length = blank == std::wstring::npos || blank <= start ? most : blank - start;
    }
    lines.push_back(text.substr(start, length));
    start += length;
    while (start < text.size() && text[start] == L' ') ++start;
  }
  return lines;
}

}  // namespace thenar::cli::live
