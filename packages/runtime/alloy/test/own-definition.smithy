$version: "2"

namespace alloy

/// Another documentation.
@trait(selector: ":test(enum, intEnum)")
structure openEnum {}
