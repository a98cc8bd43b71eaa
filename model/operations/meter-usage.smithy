$version: "2.0"
$operationInputSuffix: "Request"
$operationOutputSuffix: "Result"

namespace com.amazonaws.marketplacemetering

/// Reports usage of a product that runs in the buyer's account.
///
/// The product itself calls it, with the credentials of the Amazon EC2 instance, Amazon ECS task,
/// Amazon EKS pod or Amazon Bedrock AgentCore runtime it runs in, at the endpoint of the region it
/// runs in. Those credentials identify the buyer.
///
/// **Time.** `Timestamp` may be up to 6 hours in the past. Usage of the previous month is accepted
/// only until 06:00 UTC on the first day of the new month. Later usage is lost, so retry long
/// before.
///
/// **Repeats on EC2, ECS and EKS.** The timestamp is rounded down to the hour, and there is one
/// record for each dimension, hour and instance, task or pod. Sending the same record again is safe
/// and returns the same `MeteringRecordId`. Another quantity fails with `DuplicateRequestException`
/// and changes nothing: sum the hour first, then send it once.
///
/// **Repeats on AgentCore.** The timestamp is not rounded, and `ClientToken` is required. Calls
/// with different tokens add up, and a call repeated with the same token counts once.
///
/// Call it with `DryRun` when the program starts, to find a missing permission then and not an hour
/// later.
@examples([
    {
        title: "Meter an hour"
        documentation: "Three users worked on this instance in the hour that began at five."
        input: {
            ProductCode: "4rjezcm9xqk27tdplw0sv1gnb"
            Timestamp: "2026-11-01T05:00:00Z"
            UsageDimension: "users"
            UsageQuantity: 3
            ClientToken: "users-2026-11-01T05"
        }
        output: { MeteringRecordId: "0c5f3e52-7d0a-4a52-a9a1-3b1c2d4e5f60" }
    }
    {
        title: "The same hour with another quantity"
        documentation: """
            The hour was already metered, with three users. The first record stays; the difference is
            never billed.
            """
        input: {
            ProductCode: "4rjezcm9xqk27tdplw0sv1gnb"
            Timestamp: "2026-11-01T05:00:00Z"
            UsageDimension: "users"
            UsageQuantity: 4
            ClientToken: "users-2026-11-01T05-corrected"
        }
        error: {
            shapeId: DuplicateRequestException
            content: { message: "The usage of this hour was metered before, with another quantity" }
        }
    }
])
operation MeterUsage {
    input :=
        /// The usage of one dimension.
        {
            /// The product that was used.
            @required
            ProductCode: ProductCode

            /// The time of the usage, in UTC, up to 6 hours ago. When a call is repeated, send
            /// the timestamp of the first attempt.
            @required
            Timestamp: Timestamp

            /// The API name of the dimension that was used, in the same upper and
            /// lower case.
            @required
            UsageDimension: UsageDimension

            /// The quantity used, in units of the dimension. Default: 0.
            UsageQuantity: UsageQuantity

            /// Checks permissions and meters nothing. Such a call always fails with an error:
            /// `DryRunOperation` if the real call would be permitted, `UnauthorizedException` if
            /// not. The model defines no shape for either code.
            DryRun: Boolean

            /// The division of the quantity among tags, for the buyer's cost reports. The allocated
            /// quantities add up to `UsageQuantity`.
            UsageAllocations: UsageAllocations

            /// Makes a repeated call count once. Clients generate a token for each call without
            /// one, which covers their own retries but not yours: to resend after a crash, store a
            /// token with the usage and pass it. Required on Amazon Bedrock AgentCore. The same
            /// token with other parameters fails with `IdempotencyConflictException`.
            @idempotencyToken
            ClientToken: ClientToken
        }

    output :=
        /// The usage was accepted and is billed.
        {
            /// Identifies the usage at AWS Marketplace. Repeating the same usage returns the same
            /// identifier. Keep it for support requests.
            MeteringRecordId: String
        }

    errors: [
        InternalServiceErrorException
        InvalidProductCodeException
        InvalidUsageDimensionException
        InvalidTagException
        InvalidUsageAllocationsException
        InvalidEndpointRegionException
        TimestampOutOfBoundsException
        DuplicateRequestException
        IdempotencyConflictException
        ThrottlingException
        CustomerNotEntitledException
    ]
}
