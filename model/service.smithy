$version: "2.0"

metadata suppressions = [
    {
        id: "PatternTrait"
        namespace: "com.amazonaws.marketplacemetering"
        reason: "The patterns are the service's own, anchored or not."
    }
    {
        id: "UnstableTrait"
        namespace: "com.amazonaws.marketplacemetering"
        reason: "Endpoint rules are marked unstable, and every SDK reads them."
    }
]

namespace com.amazonaws.marketplacemetering

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsJson1_1

/// Reports what the buyers of an AWS Marketplace product have used, so that AWS bills them for it.
///
/// Which operations a product calls depends on where it runs:
///
/// - **In the seller's account (SaaS).** A buyer arrives from AWS Marketplace with a registration
///   token: `ResolveCustomer` identifies the buyer. From then on `BatchMeterUsage` reports what the
///   buyer used, usually once an hour.
/// - **In the buyer's account (AMI, container, agent), paid by consumption.** The program itself
///   calls `MeterUsage`, with the credentials of the instance, task, pod or runtime it runs in.
/// - **In the buyer's account as a paid container without consumption pricing.** The container
///   calls `RegisterUsage` once, when it starts, to prove that it may run.
///
/// Usage that is not accepted is never billed, and most mistakes that lose it cause no error. Four
/// rules prevent this:
///
/// 1. **Read the response.** `BatchMeterUsage` succeeds as a call even if not a single record was
///    accepted. Check the `Status` of each result, and send `UnprocessedRecords` again.
/// 2. **Keep the time of use.** Stamp a record when the usage happens and never change the
///    timestamp afterwards: it is part of what identifies the record. A record sent again with the
///    current time is a second record, and is billed a second time.
/// 3. **Stay inside the window.** A record that is too old is rejected permanently: after 24 hours for
///    `BatchMeterUsage`, 6 hours for `MeterUsage`. Usage of the previous month is accepted only
///    until 06:00 UTC on the first day of the new one.
/// 4. **Sum before you send.** Quantities of repeated records are never added up. Aggregate an hour
///    of usage into one record for each customer and dimension. The exception is `MeterUsage` from
///    Amazon Bedrock AgentCore, where each distinct `ClientToken` counts.
///
/// Requests are signed for the service `aws-marketplace`. Each operation has a quota for each
/// account and region; a call beyond it fails with `ThrottlingException` and can be retried.
@title("AWS Marketplace Metering")
@externalDocumentation(
    "API reference": "https://docs.aws.amazon.com/marketplacemetering/latest/APIReference/"
    "Seller guide": "https://docs.aws.amazon.com/marketplace/latest/userguide/"
)
// The name of the service in CloudTrail differs from that in its ARNs.
@suppress(["EventSource"])
@service(
    sdkId: "Marketplace Metering"
    arnNamespace: "aws-marketplace"
    cloudFormationName: "MarketplaceMetering"
    cloudTrailEventSource: "marketplacemetering.amazonaws.com"
    docId: "meteringmarketplace-2016-01-14"
    endpointPrefix: "metering.marketplace"
)
@sigv4(name: "aws-marketplace")
@awsJson1_1
service AWSMPMeteringService {
    version: "2016-01-14"
    operations: [
        BatchMeterUsage
        MeterUsage
        RegisterUsage
        ResolveCustomer
    ]
}
