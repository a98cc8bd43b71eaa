$version: "2.0"

namespace aws.test

/// How a test configures a client of an AWS service.
@mixin
@suppress(["UnreferencedShape"])
structure BaseAwsVendorParams {
    /// The region to call.
    region: String = "us-west-2"

    /// The regions of an asymmetric signature.
    sigv4aRegionSet: NonEmptyStringList

    /// The endpoint, where it is fixed.
    uri: String

    /// Calls an endpoint that complies with FIPS.
    useFips: Boolean = false

    /// Calls an endpoint with IPv4 and IPv6.
    useDualstack: Boolean = false

    /// Puts the account into the endpoint where the service does so.
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
    /// Calls an accelerated endpoint.
    useAccelerate: Boolean = false

    /// Calls the global endpoint in us-east-1.
    useGlobalEndpoint: Boolean = false

    /// Puts the bucket into the path.
    forcePathStyle: Boolean = false

    /// Takes the region from the bucket's ARN.
    useArnRegion: Boolean = true

    /// Calls multi-region access points.
    useMultiRegionAccessPoints: Boolean = true
}
