$version: "2.0"

namespace aws.endpoints

/// Makes a trait say something about a service's endpoints.
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

    /// It holds for endpoints with IPv4 and IPv6.
    dualStack: Boolean

    /// It holds for endpoints that comply with FIPS.
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

    /// It holds for endpoints with IPv4 and IPv6.
    dualStack: Boolean

    /// It holds for endpoints that comply with FIPS.
    fips: Boolean

    /// The region to sign for.
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
    /// How the endpoint is made.
    @required
    endpointPatternType: PartitionEndpointPattern

    /// Exceptions by partition.
    partitionEndpointSpecialCases: PartitionEndpointSpecialCaseMap
}

@private
enum PartitionEndpointPattern {
    SERVICE_DNSSUFFIX = "service_dnsSuffix"
    SERVICE_REGION_DNSSUFFIX = "service_region_dnsSuffix"
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

    /// The region, where it is not the partition's usual one.
    region: String

    /// It holds for endpoints with IPv4 and IPv6.
    dualStack: Boolean

    /// It holds for endpoints that comply with FIPS.
    fips: Boolean
}

/// Every endpoint of the service has IPv4 and IPv6.
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

/// The service has endpoint rules written by hand.
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
