$version: "2.0"

namespace aws.endpoints

/// Makes a trait an endpoint modifier: it describes endpoints of a service.
@trait(
    selector: "structure[trait|trait]"
    breakingChanges: [
        {
            change: "presence"
        }
    ]
)
structure endpointsModifier {}

/// The service has an endpoint in each region.
@trait(
    selector: "service"
    conflicts: [standardPartitionalEndpoints]
    breakingChanges: [
        {
            change: "remove"
        }
    ]
)
@endpointsModifier
structure standardRegionalEndpoints {
    /// Exceptions by partition.
    partitionSpecialCases: PartitionSpecialCaseMap

    /// Exceptions by region.
    regionSpecialCases: RegionSpecialCaseMap
}

@private
map PartitionSpecialCaseMap {
    key: String
    value: PartitionSpecialCaseList
}

@private
list PartitionSpecialCaseList {
    member: PartitionSpecialCase
}

@private
structure PartitionSpecialCase {
    /// The pattern of the endpoint.
    @required
    endpoint: String

    /// Applies to dual-stack endpoints, with IPv4 and IPv6.
    dualStack: Boolean

    /// Applies to FIPS-compliant endpoints.
    fips: Boolean
}

@private
map RegionSpecialCaseMap {
    key: String
    value: RegionSpecialCaseList
}

@private
list RegionSpecialCaseList {
    member: RegionSpecialCase
}

@private
structure RegionSpecialCase {
    /// The pattern of the endpoint.
    @required
    endpoint: String

    /// Applies to dual-stack endpoints, with IPv4 and IPv6.
    dualStack: Boolean

    /// Applies to FIPS-compliant endpoints.
    fips: Boolean

    /// The region used for signing.
    signingRegion: String
}

/// The service has one endpoint in each partition.
@trait(
    selector: "service"
    conflicts: [standardRegionalEndpoints]
    breakingChanges: [
        {
            change: "any"
        }
    ]
)
@endpointsModifier
structure standardPartitionalEndpoints {
    /// The kind of endpoint pattern.
    @required
    endpointPatternType: PartitionEndpointPattern

    /// Exceptions by partition.
    partitionEndpointSpecialCases: PartitionEndpointSpecialCaseMap
}

@private
enum PartitionEndpointPattern {
    @deprecated(message: "Not recommended to use. Use AWS_RECOMMENDED instead", since: "2025-04-01")
    SERVICE_DNSSUFFIX = "service_dnsSuffix"

    @deprecated(message: "Not recommended to use. Use AWS_RECOMMENDED instead", since: "2025-04-01")
    SERVICE_REGION_DNSSUFFIX = "service_region_dnsSuffix"

    AWS_RECOMMENDED = "aws_recommended"
}

@private
map PartitionEndpointSpecialCaseMap {
    key: String
    value: PartitionEndpointSpecialCaseList
}

@private
list PartitionEndpointSpecialCaseList {
    member: PartitionEndpointSpecialCase
}

@private
structure PartitionEndpointSpecialCase {
    /// The pattern of the endpoint.
    endpoint: String

    /// The region, if it differs from the default of the partition.
    region: String

    /// Applies to dual-stack endpoints, with IPv4 and IPv6.
    dualStack: Boolean

    /// Applies to FIPS-compliant endpoints.
    fips: Boolean
}

/// All endpoints of the service are dual-stack, with IPv4 and IPv6.
@trait(
    selector: "service"
    breakingChanges: [
        {
            change: "any"
        }
    ]
)
@endpointsModifier
structure dualStackOnlyEndpoints {}

/// The service has hand-written endpoint rules.
@trait(
    selector: "service"
    breakingChanges: [
        {
            change: "any"
        }
    ]
)
@endpointsModifier
@unstable
structure rulesBasedEndpoints {}
