$version: "2"

namespace example.names.nested

/// Another `Thing`; */ and {@link nothing} @here are only text.
structure Thing {
    @length(min: 1)
    name: String
}
