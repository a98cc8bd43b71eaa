$version: "2.0"

namespace com.amazonaws.marketplacemetering

/// The usage of one dimension by one customer in one hour.
///
/// Name the customer in exactly one way: by `CustomerAWSAccountId` together with `LicenseArn` in
/// new integrations, or by the legacy `CustomerIdentifier` together with the `ProductCode` of the
/// batch.
///
/// The customer, the product or license, the dimension and the hour of the timestamp identify a
/// record. Keep all of them when you send it again.
structure UsageRecord {
    /// The time of the usage, in UTC, less than 24 hours ago. The minutes within the hour do not
    /// matter. When you send a record again, keep its original timestamp: with the current time it
    /// would be another record.
    @required
    Timestamp: Timestamp

    /// The customer, as `ResolveCustomer` returned it for a legacy product. Omit it when you send
    /// `CustomerAWSAccountId`.
    @addedDefault
    CustomerIdentifier: CustomerIdentifier = ""

    /// The API name of the dimension that was used, in the same upper and lower case.
    @required
    Dimension: UsageDimension

    /// The quantity used in the hour, in units of the dimension. Default: 0.
    Quantity: UsageQuantity

    /// The division of the quantity among tags, for the buyer's cost reports. The allocated
    /// quantities add up to `Quantity`.
    UsageAllocations: UsageAllocations

    /// The buyer's AWS account, as `ResolveCustomer` returned it. Send `LicenseArn` with it, but no
    /// `CustomerIdentifier`.
    CustomerAWSAccountId: CustomerAWSAccountId

    /// The license that was used, as `ResolveCustomer` returned it. It belongs to the account above
    /// and names the product, so that the batch needs no `ProductCode`. All the licenses of a batch
    /// belong to one product.
    LicenseArn: LicenseArn
}

/// Up to 25 records, the limit of one call of `BatchMeterUsage`.
@length(min: 0, max: 25)
list UsageRecordList {
    member: UsageRecord
}

/// The outcome of one record.
structure UsageRecordResult {
    /// The record as it was sent. Use its content to match the result to your stored record.
    UsageRecord: UsageRecord

    /// Identifies the usage at AWS Marketplace. Repeating the same usage returns the same
    /// identifier. Absent if the record was rejected.
    MeteringRecordId: String

    /// States whether the record was accepted. **Check it**: a record with any other status than
    /// `Success` is not billed, without an error.
    Status: UsageRecordResultStatus
}

/// The outcomes of a batch, one for each record that the service processed.
list UsageRecordResultList {
    member: UsageRecordResult
}

/// States whether a record of a batch was accepted. Treat an unknown value as a rejection to
/// investigate.
enum UsageRecordResultStatus {
    /// The record is accepted and billed, now or by an earlier call with the same quantity.
    SUCCESS = "Success"

    /// The record is rejected: the customer is unknown, has no active agreement, or the account is
    /// suspended. Nothing is billed. Sending it again does not help until the customer subscribes
    /// again; stop providing the service instead. After an unsubscription, usage is still
    /// accepted for one hour.
    CUSTOMER_NOT_SUBSCRIBED = "CustomerNotSubscribed"

    /// The record is rejected: the hour of this customer and dimension was already metered with
    /// another quantity. The earlier record stays billed and the quantities are not added up. Check
    /// for two processes that report the same customer, or for an hour sent before it was complete.
    DUPLICATE_RECORD = "DuplicateRecord"
}

/// A part of a quantity, and its tags.
structure UsageAllocation {
    /// The part of the quantity that belongs to these tags.
    @required
    AllocatedUsageQuantity: AllocatedUsageQuantity

    /// The tags. Each set of tags appears at most once in a record, and at most one allocation has
    /// no tags: the remainder.
    Tags: TagList
}

/// The parts of a quantity, at most 2,500. Together they make up the quantity of the record, and no
/// two of them have the same tags.
@length(min: 1, max: 2500)
list UsageAllocations {
    member: UsageAllocation
}

/// A name and a value that the buyer sees in the cost reports.
structure Tag {
    /// The name of the tag.
    @required
    Key: TagKey

    /// The value of the tag.
    @required
    Value: TagValue
}

/// One to five tags.
@length(min: 1, max: 5)
list TagList {
    member: Tag
}

/// The name of a tag, such as `department`.
@length(min: 1, max: 100)
@pattern("^[a-zA-Z0-9+ -=._:\\/@]+$")
string TagKey

/// The value of a tag, such as `research`.
@length(min: 1, max: 256)
@pattern("^[a-zA-Z0-9+ -=._:\\/@]+$")
string TagValue

/// The product code that AWS Marketplace gave to a product. It is not the product ID.
@length(min: 0, max: 255)
@pattern("^[-a-zA-Z0-9/=:_.@]*$")
string ProductCode

/// The API name of a dimension of the product, as it was published. Upper and lower case matter.
@length(min: 1, max: 255)
@pattern("[\\s\\S]+")
string UsageDimension

/// A whole number of units. 0 is a normal quantity: it reports that the product runs but was not
/// used.
@range(min: 0, max: 2147483647)
integer UsageQuantity

/// A whole number of units, part of a quantity.
@range(min: 0, max: 2147483647)
integer AllocatedUsageQuantity

/// A customer of a legacy product. The same buyer has another identifier for each seller.
@length(min: 0, max: 255)
@pattern("[\\s\\S]*")
string CustomerIdentifier

/// The number of an AWS account.
@length(min: 1, max: 255)
@pattern("^[0-9]+$")
string CustomerAWSAccountId

/// The Amazon Resource Name of a license.
@pattern("^arn:aws[a-zA-Z-]*:[A-Za-z0-9][A-Za-z0-9_/.-]{0,62}:[A-Za-z0-9_/.-]{0,63}:[A-Za-z0-9_/.-]{0,63}:[A-Za-z0-9][A-Za-z0-9:_/+=,@.-]{0,1023}$")
string LicenseArn

/// A string of your choice that makes a repeated call count once.
@length(min: 1, max: 64)
string ClientToken

/// A string of your choice that a signed response returns.
@length(max: 255)
@pattern("[\\s\\S]*")
string Nonce

/// The version of a public key, counted from 1.
@range(min: 1)
integer VersionInteger

/// A string of at least one character.
@pattern("[\\s\\S]+")
string NonEmptyString

/// A point in time. On the wire it is a number of seconds since 1970, in UTC.
timestamp Timestamp

boolean Boolean

string String

/// A description of the problem for people. The wording may change at any time: programs should use
/// the name of the error, never its message.
string errorMessage
