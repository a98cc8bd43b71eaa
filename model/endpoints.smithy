$version: "2.0"

namespace com.amazonaws.marketplacemetering

use smithy.rules#endpointRuleSet

// The address of the service. A custom endpoint takes precedence. Otherwise the host name follows
// from the region and its partition. Two irregularities make up most of the rules. With dual-stack,
// the dot of `metering.marketplace` becomes a hyphen in the partitions that had dual-stack first.
// The European Sovereign Cloud has the hyphen even without dual-stack.
apply AWSMPMeteringService @endpointRuleSet(
    version: "1.0"
    parameters: {
        Region: { type: "String", builtIn: "AWS::Region", documentation: "The region to call." }
        UseDualStack: {
            type: "Boolean"
            builtIn: "AWS::UseDualStack"
            required: true
            default: false
            documentation: "Calls an endpoint that supports IPv4 and IPv6."
        }
        UseFIPS: {
            type: "Boolean"
            builtIn: "AWS::UseFIPS"
            required: true
            default: false
            documentation: "Calls an endpoint with cryptography validated under FIPS 140."
        }
        Endpoint: {
            type: "String"
            builtIn: "SDK::Endpoint"
            documentation: "An address to call instead of the service's own."
        }
    }
    rules: [
        {
            documentation: "A custom endpoint is used as it is."
            type: "tree"
            conditions: [
                {
                    fn: "isSet"
                    argv: [
                        {
                            ref: "Endpoint"
                        }
                    ]
                }
            ]
            rules: [
                {
                    type: "error"
                    conditions: [
                        {
                            fn: "booleanEquals"
                            argv: [
                                {
                                    ref: "UseFIPS"
                                }
                                true
                            ]
                        }
                    ]
                    error: "Invalid Configuration: FIPS and custom endpoint are not supported"
                }
                {
                    type: "error"
                    conditions: [
                        {
                            fn: "booleanEquals"
                            argv: [
                                {
                                    ref: "UseDualStack"
                                }
                                true
                            ]
                        }
                    ]
                    error: "Invalid Configuration: Dualstack and custom endpoint are not supported"
                }
                {
                    type: "endpoint"
                    conditions: []
                    endpoint: {
                        url: { ref: "Endpoint" }
                    }
                }
            ]
        }
        {
            documentation: "Otherwise the region decides."
            type: "tree"
            conditions: [
                {
                    fn: "isSet"
                    argv: [
                        {
                            ref: "Region"
                        }
                    ]
                }
                {
                    fn: "aws.partition"
                    argv: [
                        {
                            ref: "Region"
                        }
                    ]
                    assign: "PartitionResult"
                }
            ]
            rules: [
                {
                    type: "tree"
                    conditions: [
                        {
                            fn: "booleanEquals"
                            argv: [
                                {
                                    ref: "UseFIPS"
                                }
                                true
                            ]
                        }
                        {
                            fn: "booleanEquals"
                            argv: [
                                {
                                    ref: "UseDualStack"
                                }
                                true
                            ]
                        }
                    ]
                    rules: [
                        {
                            type: "endpoint"
                            conditions: [
                                {
                                    fn: "booleanEquals"
                                    argv: [
                                        {
                                            fn: "getAttr"
                                            argv: [
                                                {
                                                    ref: "PartitionResult"
                                                }
                                                "supportsFIPS"
                                            ]
                                        }
                                        true
                                    ]
                                }
                                {
                                    fn: "booleanEquals"
                                    argv: [
                                        {
                                            fn: "getAttr"
                                            argv: [
                                                {
                                                    ref: "PartitionResult"
                                                }
                                                "supportsDualStack"
                                            ]
                                        }
                                        true
                                    ]
                                }
                            ]
                            endpoint: {
                                url: "https://metering.marketplace-fips.{Region}.{PartitionResult#dualStackDnsSuffix}"
                            }
                        }
                        {
                            type: "error"
                            conditions: []
                            error: "FIPS and DualStack are enabled, but this partition does not support one or both"
                        }
                    ]
                }
                {
                    type: "tree"
                    conditions: [
                        {
                            fn: "booleanEquals"
                            argv: [
                                {
                                    ref: "UseFIPS"
                                }
                                true
                            ]
                        }
                    ]
                    rules: [
                        {
                            type: "endpoint"
                            conditions: [
                                {
                                    fn: "booleanEquals"
                                    argv: [
                                        {
                                            fn: "getAttr"
                                            argv: [
                                                {
                                                    ref: "PartitionResult"
                                                }
                                                "supportsFIPS"
                                            ]
                                        }
                                        true
                                    ]
                                }
                            ]
                            endpoint: { url: "https://metering.marketplace-fips.{Region}.{PartitionResult#dnsSuffix}" }
                        }
                        {
                            type: "error"
                            conditions: []
                            error: "FIPS is enabled but this partition does not support FIPS"
                        }
                    ]
                }
                {
                    type: "tree"
                    conditions: [
                        {
                            fn: "booleanEquals"
                            argv: [
                                {
                                    ref: "UseDualStack"
                                }
                                true
                            ]
                        }
                    ]
                    rules: [
                        {
                            type: "endpoint"
                            conditions: [
                                {
                                    fn: "stringEquals"
                                    argv: [
                                        {
                                            fn: "getAttr"
                                            argv: [
                                                {
                                                    ref: "PartitionResult"
                                                }
                                                "name"
                                            ]
                                        }
                                        "aws"
                                    ]
                                }
                            ]
                            endpoint: {
                                url: "https://metering-marketplace.{Region}.{PartitionResult#dualStackDnsSuffix}"
                            }
                        }
                        {
                            type: "endpoint"
                            conditions: [
                                {
                                    fn: "stringEquals"
                                    argv: [
                                        {
                                            fn: "getAttr"
                                            argv: [
                                                {
                                                    ref: "PartitionResult"
                                                }
                                                "name"
                                            ]
                                        }
                                        "aws-cn"
                                    ]
                                }
                            ]
                            endpoint: {
                                url: "https://metering-marketplace.{Region}.{PartitionResult#dualStackDnsSuffix}"
                            }
                        }
                        {
                            type: "endpoint"
                            conditions: [
                                {
                                    fn: "stringEquals"
                                    argv: [
                                        {
                                            fn: "getAttr"
                                            argv: [
                                                {
                                                    ref: "PartitionResult"
                                                }
                                                "name"
                                            ]
                                        }
                                        "aws-us-gov"
                                    ]
                                }
                            ]
                            endpoint: {
                                url: "https://metering-marketplace.{Region}.{PartitionResult#dualStackDnsSuffix}"
                            }
                        }
                        {
                            type: "endpoint"
                            conditions: [
                                {
                                    fn: "booleanEquals"
                                    argv: [
                                        {
                                            fn: "getAttr"
                                            argv: [
                                                {
                                                    ref: "PartitionResult"
                                                }
                                                "supportsDualStack"
                                            ]
                                        }
                                        true
                                    ]
                                }
                            ]
                            endpoint: {
                                url: "https://metering.marketplace.{Region}.{PartitionResult#dualStackDnsSuffix}"
                            }
                        }
                        {
                            type: "error"
                            conditions: []
                            error: "DualStack is enabled but this partition does not support DualStack"
                        }
                    ]
                }
                {
                    type: "endpoint"
                    conditions: [
                        {
                            fn: "stringEquals"
                            argv: [
                                {
                                    fn: "getAttr"
                                    argv: [
                                        {
                                            ref: "PartitionResult"
                                        }
                                        "name"
                                    ]
                                }
                                "aws-eusc"
                            ]
                        }
                    ]
                    endpoint: { url: "https://metering-marketplace.{Region}.amazonaws.eu" }
                }
                {
                    type: "endpoint"
                    conditions: []
                    endpoint: { url: "https://metering.marketplace.{Region}.{PartitionResult#dnsSuffix}" }
                }
            ]
        }
        {
            type: "error"
            conditions: []
            error: "Invalid Configuration: Missing Region"
        }
    ]
)
