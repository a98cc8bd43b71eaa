$version: "2.0"

namespace aws.customizations

/// The output of an Amazon S3 operation is not wrapped in an element named after the operation.
@trait(selector: "operation")
structure s3UnwrappedXmlOutput {}
