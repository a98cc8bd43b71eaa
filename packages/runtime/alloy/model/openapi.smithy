$version: "2"

namespace alloy.openapi

/// Extensions (`x-…`) of what a shape becomes in OpenAPI.
@sparse
@trait
map openapiExtensions {
    key: String
    value: Document
}

/// The summary of an operation in OpenAPI.
@trait(selector: "operation")
@length(min: 1)
string summary
