$version: "2.0"

namespace aws.test

/// The configuration of an AWS client in a test.
@mixin
@suppress(["UnreferencedShape"])
structure BaseAwsVendorParams {
    /// The region to call.
    region: String = "us-west-2"

    /// The region set of an asymmetric signature.
    sigv4aRegionSet: NonEmptyStringList

    /// A fixed endpoint.
    uri: String

    /// Uses a FIPS-compliant endpoint.
    useFips: Boolean = false

    /// Uses a dual-stack endpoint.
    useDualstack: Boolean = false

    /// Uses the account id in the endpoint if the service supports that.
    useAccountIdRouting: Boolean = true
}

@private
@length(min: 1)
@suppress(["UnreferencedShape"])
list NonEmptyStringList {
    member: String
}

/// For any AWS service.
@suppress(["UnreferencedShape"])
structure AwsVendorParams with [BaseAwsVendorParams] {}

/// For Amazon S3.
@suppress(["UnreferencedShape"])
structure S3VendorParams with [BaseAwsVendorParams] {
    /// Uses S3 Transfer Acceleration.
    useAccelerate: Boolean = false

    /// Uses the global endpoint for us-east-1.
    useGlobalEndpoint: Boolean = false

    /// Addresses the bucket in the path.
    forcePathStyle: Boolean = false

    /// Uses the region of the bucket's ARN.
    useArnRegion: Boolean = true

    /// Uses multi-region access points.
    useMultiRegionAccessPoints: Boolean = true
}
