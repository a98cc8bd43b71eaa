$version: "2.0"

namespace smithy.openapi

/// The trait becomes an extension of an OpenAPI document.
@trait(
    selector: "[trait|trait]"
    breakingChanges: [
        {
            change: "presence"
        }
        {
            path: "/as"
            change: "any"
        }
    ]
)
structure specificationExtension {
    /// The extension's name; by default, derived from the trait's shape id.
    as: SpecificationExtensionKey
}

@private
@pattern("^x-.+$")
string SpecificationExtensionKey
