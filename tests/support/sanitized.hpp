// Whether this is a build under AddressSanitizer: everything is slow there and memory is shadowed, so what is
// counted in repetitions or megabytes has other bounds.
#pragma once

namespace thenar::test {

#if defined(__SANITIZE_ADDRESS__)
inline constexpr bool kSanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif
#else
inline constexpr bool kSanitized = false;
#endif

}  // namespace thenar::test
