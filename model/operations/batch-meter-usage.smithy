$version: "2.0"
$operationInputSuffix: "Request"
$operationOutputSuffix: "Result"

namespace com.amazonaws.marketplacemetering

use tinsmith.client#batch

/// Reports usage of a SaaS product: up to 25 records, of one or several customers, in one call.
///
/// Call it from your own account, with the credentials of the seller, in a region where the product
/// is offered. One call concerns one product and stays under 1 MB.
///
/// **A successful call does not mean that anything was billed.** Each record has its own outcome:
///
/// - In `Results`, a record with `Status` `Success` is billed. With `CustomerNotSubscribed` or
///   `DuplicateRecord` it is not, and there is no error.
/// - `UnprocessedRecords` holds the records that the service did not process. They are not billed.
///   Send them again unchanged, with their original timestamps.
///
/// **Time.** A record is accepted while its `Timestamp` is less than 24 hours old. Records of the
/// previous month are accepted only until 06:00 UTC on the first day of the new month. A single
/// record outside the window fails the whole call with `TimestampOutOfBoundsException`, and then
/// none of its records is stored.
///
/// **Repeats.** A record is identified by customer, product (or license), dimension and hour. The
/// first one counts. Sending the same record again is safe: the result is `Success` with the same
/// `MeteringRecordId`. A record of the same identity with another quantity results in
/// `DuplicateRecord` and changes nothing; quantities are never added up.
///
/// Report every hour, with a quantity of 0 if nothing was used: this shows that metering works, and
/// makes gaps meaningful.
@examples([
    {
        title: "Meter an hour of two customers"
        documentation: """
            Two records of the same hour, identified by account and license. The second customer has
            unsubscribed: the call succeeds, the record does not. Only its `Status` shows it.
            """
        input: {
            UsageRecords: [
                {
                    Timestamp: "2026-11-01T05:00:00Z"
                    CustomerAWSAccountId: "111122223333"
                    LicenseArn: "arn:aws:license-manager::294406891311:license:l-6f2d7c1f5cb14a5e9d3a"
                    Dimension: "users"
                    Quantity: 3
                }
                {
                    Timestamp: "2026-11-01T05:00:00Z"
                    CustomerAWSAccountId: "444455556666"
                    LicenseArn: "arn:aws:license-manager::294406891311:license:l-0b9e4a3770f84f2c8a61"
                    Dimension: "users"
                    Quantity: 12
                }
            ]
        }
        output: {
            Results: [
                {
                    UsageRecord: {
                        Timestamp: "2026-11-01T05:00:00Z"
                        CustomerAWSAccountId: "111122223333"
                        LicenseArn: "arn:aws:license-manager::294406891311:license:l-6f2d7c1f5cb14a5e9d3a"
                        Dimension: "users"
                        Quantity: 3
                    }
                    MeteringRecordId: "5d0e0b0e-6f0a-4f3a-9a52-0f6a3c1c7d11"
                    Status: "Success"
                }
                {
                    UsageRecord: {
                        Timestamp: "2026-11-01T05:00:00Z"
                        CustomerAWSAccountId: "444455556666"
                        LicenseArn: "arn:aws:license-manager::294406891311:license:l-0b9e4a3770f84f2c8a61"
                        Dimension: "users"
                        Quantity: 12
                    }
                    Status: "CustomerNotSubscribed"
                }
            ]
            UnprocessedRecords: []
        }
    }
    {
        title: "Split an hour between departments"
        documentation: """
            A legacy integration, with a customer identifier and a product code. The quantity is
            allocated to tags that the buyer sees in the cost reports; the allocations add up to it.
            """
        input: {
            ProductCode: "4rjezcm9xqk27tdplw0sv1gnb"
            UsageRecords: [
                {
                    Timestamp: "2026-11-01T05:00:00Z"
                    CustomerIdentifier: "ifAPi5AcF3"
                    Dimension: "gigabytes"
                    Quantity: 10
                    UsageAllocations: [
                        {
                            AllocatedUsageQuantity: 7
                            Tags: [
                                {
                                    Key: "department"
                                    Value: "research"
                                }
                            ]
                        }
                        {
                            AllocatedUsageQuantity: 3
                        }
                    ]
                }
            ]
        }
        output: {
            Results: [
                {
                    UsageRecord: {
                        Timestamp: "2026-11-01T05:00:00Z"
                        CustomerIdentifier: "ifAPi5AcF3"
                        Dimension: "gigabytes"
                        Quantity: 10
                        UsageAllocations: [
                            {
                                AllocatedUsageQuantity: 7
                                Tags: [
                                    {
                                        Key: "department"
                                        Value: "research"
                                    }
                                ]
                            }
                            {
                                AllocatedUsageQuantity: 3
                            }
                        ]
                    }
                    MeteringRecordId: "b8b3a6a1-1f0d-4d0b-8a6e-2f1a8e4f9c22"
                    Status: "Success"
                }
            ]
            UnprocessedRecords: []
        }
    }
    {
        title: "A record that is too old"
        documentation: """
            One record is older than 24 hours. The whole call fails and nothing is stored: leave that
            record out and send the others again, unchanged.
            """
        input: {
            UsageRecords: [
                {
                    Timestamp: "2026-10-29T05:00:00Z"
                    CustomerAWSAccountId: "111122223333"
                    LicenseArn: "arn:aws:license-manager::294406891311:license:l-6f2d7c1f5cb14a5e9d3a"
                    Dimension: "users"
                    Quantity: 3
                }
            ]
        }
        error: {
            shapeId: TimestampOutOfBoundsException
            content: { message: "Usage record timestamp 2026-10-29T05:00:00Z is outside the allowed window" }
        }
    }
])
@batch(
    name: "meterUsageRecords"
    entries: "UsageRecords"
    maxEntries: 25
    maxBytes: 1000000
    matching: {
        echo: {
            member: "UsageRecord"
            by: ["Timestamp", "CustomerIdentifier", "CustomerAWSAccountId", "LicenseArn", "Dimension", "Quantity"]
        }
    }
    results: "Results"
    unprocessed: "UnprocessedRecords"
    outcome: {
        status: "Status"
        accepted: ["Success"]
        duplicate: ["DuplicateRecord"]
    }
    entryErrors: [
        InvalidCustomerIdentifierException
        InvalidLicenseException
        InvalidTagException
        InvalidUsageAllocationsException
        InvalidUsageDimensionException
        TimestampOutOfBoundsException
    ]
)
operation BatchMeterUsage {
    input :=
        /// A batch of usage records of one product.
        {
            /// The records, 25 at most. An empty list bills nothing and does not fail.
            @required
            UsageRecords: UsageRecordList

            /// The product that was used. Required with a legacy `CustomerIdentifier`. Omit it if
            /// the records have a `LicenseArn`, which already identifies the product.
            @addedDefault
            ProductCode: ProductCode = ""
        }

    output :=
        /// The outcome of each record of the batch. **Read both lists**: together they hold every
        /// record that was sent, and a call that succeeds can still have billed none of them.
        {
            /// The records that the service processed, each with the `Status` that states whether
            /// it was accepted.
            Results: UsageRecordResultList

            /// The records that the service did not process, for a temporary reason. None of them
            /// is billed. Send them again unchanged: with the original `Timestamp`, not the current
            /// time.
            UnprocessedRecords: UsageRecordList
        }

    errors: [
        InternalServiceErrorException
        InvalidProductCodeException
        InvalidUsageDimensionException
        InvalidTagException
        InvalidUsageAllocationsException
        InvalidCustomerIdentifierException
        TimestampOutOfBoundsException
        ThrottlingException
        DisabledApiException
        InvalidLicenseException
    ]
}
