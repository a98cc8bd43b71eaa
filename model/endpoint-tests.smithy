$version: "2.0"

namespace com.amazonaws.marketplacemetering

use smithy.rules#endpointTests

// The expected results of the rules of `endpoints.smithy`, in every partition.
apply AWSMPMeteringService @endpointTests(
    version: "1.0"
    testCases: [
        {
            documentation: "A custom endpoint needs no region"
            params: { Endpoint: "https://example.com" }
            expect: {
                endpoint: { url: "https://example.com" }
            }
        }
        {
            documentation: "A custom endpoint wins over the region"
            params: { Endpoint: "http://127.0.0.1:4567", Region: "us-east-1", UseFIPS: false, UseDualStack: false }
            expect: {
                endpoint: { url: "http://127.0.0.1:4567" }
            }
        }
        {
            documentation: "A custom endpoint with FIPS"
            params: { Endpoint: "https://example.com", UseFIPS: true }
            expect: { error: "Invalid Configuration: FIPS and custom endpoint are not supported" }
        }
        {
            documentation: "A custom endpoint with dual-stack"
            params: { Endpoint: "https://example.com", UseDualStack: true }
            expect: { error: "Invalid Configuration: Dualstack and custom endpoint are not supported" }
        }
        {
            documentation: "No region"
            params: {}
            expect: { error: "Invalid Configuration: Missing Region" }
        }
        {
            documentation: "No region, with FIPS and dual-stack"
            params: { UseFIPS: true, UseDualStack: true }
            expect: { error: "Invalid Configuration: Missing Region" }
        }
        {
            documentation: "us-east-1, default"
            params: { Region: "us-east-1", UseFIPS: false, UseDualStack: false }
            expect: {
                endpoint: { url: "https://metering.marketplace.us-east-1.amazonaws.com" }
            }
        }
        {
            documentation: "us-east-1, dual-stack"
            params: { Region: "us-east-1", UseFIPS: false, UseDualStack: true }
            expect: {
                endpoint: { url: "https://metering-marketplace.us-east-1.api.aws" }
            }
        }
        {
            documentation: "us-east-1, FIPS"
            params: { Region: "us-east-1", UseFIPS: true, UseDualStack: false }
            expect: {
                endpoint: { url: "https://metering.marketplace-fips.us-east-1.amazonaws.com" }
            }
        }
        {
            documentation: "us-east-1, FIPS and dual-stack"
            params: { Region: "us-east-1", UseFIPS: true, UseDualStack: true }
            expect: {
                endpoint: { url: "https://metering.marketplace-fips.us-east-1.api.aws" }
            }
        }
        {
            documentation: "cn-northwest-1, default"
            params: { Region: "cn-northwest-1", UseFIPS: false, UseDualStack: false }
            expect: {
                endpoint: { url: "https://metering.marketplace.cn-northwest-1.amazonaws.com.cn" }
            }
        }
        {
            documentation: "cn-northwest-1, dual-stack"
            params: { Region: "cn-northwest-1", UseFIPS: false, UseDualStack: true }
            expect: {
                endpoint: { url: "https://metering-marketplace.cn-northwest-1.api.amazonwebservices.com.cn" }
            }
        }
        {
            documentation: "cn-northwest-1, FIPS"
            params: { Region: "cn-northwest-1", UseFIPS: true, UseDualStack: false }
            expect: {
                endpoint: { url: "https://metering.marketplace-fips.cn-northwest-1.amazonaws.com.cn" }
            }
        }
        {
            documentation: "cn-northwest-1, FIPS and dual-stack"
            params: { Region: "cn-northwest-1", UseFIPS: true, UseDualStack: true }
            expect: {
                endpoint: { url: "https://metering.marketplace-fips.cn-northwest-1.api.amazonwebservices.com.cn" }
            }
        }
        {
            documentation: "us-gov-west-1, default"
            params: { Region: "us-gov-west-1", UseFIPS: false, UseDualStack: false }
            expect: {
                endpoint: { url: "https://metering.marketplace.us-gov-west-1.amazonaws.com" }
            }
        }
        {
            documentation: "us-gov-west-1, dual-stack"
            params: { Region: "us-gov-west-1", UseFIPS: false, UseDualStack: true }
            expect: {
                endpoint: { url: "https://metering-marketplace.us-gov-west-1.api.aws" }
            }
        }
        {
            documentation: "us-gov-west-1, FIPS"
            params: { Region: "us-gov-west-1", UseFIPS: true, UseDualStack: false }
            expect: {
                endpoint: { url: "https://metering.marketplace-fips.us-gov-west-1.amazonaws.com" }
            }
        }
        {
            documentation: "us-gov-west-1, FIPS and dual-stack"
            params: { Region: "us-gov-west-1", UseFIPS: true, UseDualStack: true }
            expect: {
                endpoint: { url: "https://metering.marketplace-fips.us-gov-west-1.api.aws" }
            }
        }
        {
            documentation: "eusc-de-east-1, default"
            params: { Region: "eusc-de-east-1", UseFIPS: false, UseDualStack: false }
            expect: {
                endpoint: { url: "https://metering-marketplace.eusc-de-east-1.amazonaws.eu" }
            }
        }
        {
            documentation: "eusc-de-east-1, dual-stack"
            params: { Region: "eusc-de-east-1", UseFIPS: false, UseDualStack: true }
            expect: {
                endpoint: { url: "https://metering.marketplace.eusc-de-east-1.api.amazonwebservices.eu" }
            }
        }
        {
            documentation: "eusc-de-east-1, FIPS"
            params: { Region: "eusc-de-east-1", UseFIPS: true, UseDualStack: false }
            expect: {
                endpoint: { url: "https://metering.marketplace-fips.eusc-de-east-1.amazonaws.eu" }
            }
        }
        {
            documentation: "eusc-de-east-1, FIPS and dual-stack"
            params: { Region: "eusc-de-east-1", UseFIPS: true, UseDualStack: true }
            expect: {
                endpoint: { url: "https://metering.marketplace-fips.eusc-de-east-1.api.amazonwebservices.eu" }
            }
        }
        {
            documentation: "us-iso-east-1, default"
            params: { Region: "us-iso-east-1", UseFIPS: false, UseDualStack: false }
            expect: {
                endpoint: { url: "https://metering.marketplace.us-iso-east-1.c2s.ic.gov" }
            }
        }
        {
            documentation: "us-iso-east-1, dual-stack"
            params: { Region: "us-iso-east-1", UseFIPS: false, UseDualStack: true }
            expect: {
                endpoint: { url: "https://metering.marketplace.us-iso-east-1.api.aws.ic.gov" }
            }
        }
        {
            documentation: "us-iso-east-1, FIPS"
            params: { Region: "us-iso-east-1", UseFIPS: true, UseDualStack: false }
            expect: {
                endpoint: { url: "https://metering.marketplace-fips.us-iso-east-1.c2s.ic.gov" }
            }
        }
        {
            documentation: "us-iso-east-1, FIPS and dual-stack"
            params: { Region: "us-iso-east-1", UseFIPS: true, UseDualStack: true }
            expect: {
                endpoint: { url: "https://metering.marketplace-fips.us-iso-east-1.api.aws.ic.gov" }
            }
        }
        {
            documentation: "us-isob-east-1, default"
            params: { Region: "us-isob-east-1", UseFIPS: false, UseDualStack: false }
            expect: {
                endpoint: { url: "https://metering.marketplace.us-isob-east-1.sc2s.sgov.gov" }
            }
        }
        {
            documentation: "us-isob-east-1, dual-stack"
            params: { Region: "us-isob-east-1", UseFIPS: false, UseDualStack: true }
            expect: {
                endpoint: { url: "https://metering.marketplace.us-isob-east-1.api.aws.scloud" }
            }
        }
        {
            documentation: "us-isob-east-1, FIPS"
            params: { Region: "us-isob-east-1", UseFIPS: true, UseDualStack: false }
            expect: {
                endpoint: { url: "https://metering.marketplace-fips.us-isob-east-1.sc2s.sgov.gov" }
            }
        }
        {
            documentation: "us-isob-east-1, FIPS and dual-stack"
            params: { Region: "us-isob-east-1", UseFIPS: true, UseDualStack: true }
            expect: {
                endpoint: { url: "https://metering.marketplace-fips.us-isob-east-1.api.aws.scloud" }
            }
        }
        {
            documentation: "eu-isoe-west-1, default"
            params: { Region: "eu-isoe-west-1", UseFIPS: false, UseDualStack: false }
            expect: {
                endpoint: { url: "https://metering.marketplace.eu-isoe-west-1.cloud.adc-e.uk" }
            }
        }
        {
            documentation: "eu-isoe-west-1, dual-stack"
            params: { Region: "eu-isoe-west-1", UseFIPS: false, UseDualStack: true }
            expect: {
                endpoint: { url: "https://metering.marketplace.eu-isoe-west-1.api.cloud-aws.adc-e.uk" }
            }
        }
        {
            documentation: "eu-isoe-west-1, FIPS"
            params: { Region: "eu-isoe-west-1", UseFIPS: true, UseDualStack: false }
            expect: {
                endpoint: { url: "https://metering.marketplace-fips.eu-isoe-west-1.cloud.adc-e.uk" }
            }
        }
        {
            documentation: "eu-isoe-west-1, FIPS and dual-stack"
            params: { Region: "eu-isoe-west-1", UseFIPS: true, UseDualStack: true }
            expect: {
                endpoint: { url: "https://metering.marketplace-fips.eu-isoe-west-1.api.cloud-aws.adc-e.uk" }
            }
        }
        {
            documentation: "us-isof-south-1, default"
            params: { Region: "us-isof-south-1", UseFIPS: false, UseDualStack: false }
            expect: {
                endpoint: { url: "https://metering.marketplace.us-isof-south-1.csp.hci.ic.gov" }
            }
        }
        {
            documentation: "us-isof-south-1, dual-stack"
            params: { Region: "us-isof-south-1", UseFIPS: false, UseDualStack: true }
            expect: {
                endpoint: { url: "https://metering.marketplace.us-isof-south-1.api.aws.hci.ic.gov" }
            }
        }
        {
            documentation: "us-isof-south-1, FIPS"
            params: { Region: "us-isof-south-1", UseFIPS: true, UseDualStack: false }
            expect: {
                endpoint: { url: "https://metering.marketplace-fips.us-isof-south-1.csp.hci.ic.gov" }
            }
        }
        {
            documentation: "us-isof-south-1, FIPS and dual-stack"
            params: { Region: "us-isof-south-1", UseFIPS: true, UseDualStack: true }
            expect: {
                endpoint: { url: "https://metering.marketplace-fips.us-isof-south-1.api.aws.hci.ic.gov" }
            }
        }
        {
            documentation: "A region that opened later belongs to the partition its name fits"
            params: { Region: "eu-central-99" }
            expect: {
                endpoint: { url: "https://metering.marketplace.eu-central-99.amazonaws.com" }
            }
        }
    ]
)
