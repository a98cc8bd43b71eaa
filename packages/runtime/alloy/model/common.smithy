$version: "2"

namespace alloy.common

/// An email address.
@trait(selector: ":test(string, member > string)")
structure emailFormat {}

/// A country as two capital letters (ISO 3166-1).
@trait(selector: ":test(string, member > string)")
structure countryCodeFormat {}

/// A language as two letters (ISO 639-1).
@trait(selector: ":test(string, member > string)")
structure languageCodeFormat {}

/// A language with script, region and variants: `fr-CA` (BCP 47).
@trait(selector: ":test(string, member > string)")
structure languageTagFormat {}

/// A color in RGB: `#09C` or `#0099CC`.
@trait(selector: ":test(string, member > string)")
structure hexColorCodeFormat {}

/// An IP address, of version 4 or 6.
@trait(selector: ":test(string, member > string)")
structure ipaddressFormat {}

/// A range of IP addresses: `192.0.2.0/24`.
@trait(selector: ":test(string, member > string)")
structure cidrFormat {}
