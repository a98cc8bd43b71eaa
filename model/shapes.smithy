$version: "2.0"

namespace com.amazonaws.marketplacemetering

/// The usage of one dimension by one customer in one hour.
///
/// Name the customer in exactly one way: by `CustomerAWSAccountId` together with `LicenseArn` in new
/// integrations, or by the legacy `CustomerIdentifier` together with the `ProductCode` of the batch.
///
/// The customer, the product or licence, the dimension and the hour of the timestamp identify a
/// record. Keep all of them when you send it again.
structure UsageRecord {
    /// When the usage happened, in UTC, less than 24 hours ago. Within the hour it does not matter.
    /// When a record is sent again, send its original timestamp: with the current time it would be
    /// another record.
    @required
    Timestamp: Timestamp

    /// The customer, as `ResolveCustomer` returned it for a legacy product. Leave it out when you
    /// send `CustomerAWSAccountId`.
    @addedDefault
    CustomerIdentifier: CustomerIdentifier = ""

    /// What was used: the API name of a dimension of the product, in the same upper and lower case.
    @required
    Dimension: UsageDimension

    /// How much was used in the hour, in units of the dimension. 0 when left out.
    Quantity: UsageQuantity

    /// How the quantity is divided among tags, for the buyer's cost reports. The allocated quantities
    /// add up to `Quantity`.
    UsageAllocations: UsageAllocations

    /// The buyer's AWS account, as `ResolveCustomer` returned it. Send `LicenseArn` with it, and no
    /// `CustomerIdentifier`.
    CustomerAWSAccountId: CustomerAWSAccountId

    /// The licence that was used, as `ResolveCustomer` returned it. It belongs to the account above
    /// and names the product, so that the batch needs no `ProductCode`. All the licences of a batch
    /// belong to one product.
    LicenseArn: LicenseArn
}

/// Up to 25 records: what one call of `BatchMeterUsage` takes.
@length(min: 0, max: 25)
list UsageRecordList {
    member: UsageRecord
}

/// What became of one record.
structure UsageRecordResult {
    /// The record as it was sent. Match results to what you stored by its content.
    UsageRecord: UsageRecord

    /// Identifies the usage at AWS Marketplace. A repeat of the same usage answers the same
    /// identifier. Absent when the record was rejected.
    MeteringRecordId: String

    /// Whether the record was accepted. **Check it**: anything other than `Success` is not billed, and
    /// no error is raised for it.
    Status: UsageRecordResultStatus
}

/// The outcomes of a batch, one for each record that the service dealt with.
list UsageRecordResultList {
    member: UsageRecordResult
}

/// Whether a record of a batch was accepted. Treat a value that you do not know as a rejection to look
/// into.
enum UsageRecordResultStatus {
    /// The record is accepted and billed, now or by an earlier call with the same quantity.
    SUCCESS = "Success"

    /// The record is rejected: the customer is unknown, has no active agreement, or the account is
    /// suspended. Nothing is billed. Sending it again does not help until the customer subscribes
    /// again; stop the service that you provide instead. After an unsubscription, usage is still
    /// taken for one hour.
    CUSTOMER_NOT_SUBSCRIBED = "CustomerNotSubscribed"

    /// The record is rejected: the hour of this customer and dimension was metered before, with
    /// another quantity. The earlier record stays billed and the quantities are not added up. Look
    /// for two processes that report the same customer, or for an hour sent before it was complete.
    DUPLICATE_RECORD = "DuplicateRecord"
}

/// A part of a quantity, and the tags it belongs to.
structure UsageAllocation {
    /// How much of the quantity belongs to these tags.
    @required
    AllocatedUsageQuantity: AllocatedUsageQuantity

    /// The tags. Each set of tags appears at most once in a record, and at most one allocation has
    /// none: the remainder.
    Tags: TagList
}

/// The parts of a quantity, at most 2,500. Together they make up the quantity of the record, and no two
/// of them have the same tags.
@length(min: 1, max: 2500)
list UsageAllocations {
    member: UsageAllocation
}

/// A name and a value that the buyer finds in the cost reports.
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

/// A whole number of units. 0 is a normal quantity: it says that the product runs and was not used.
@range(min: 0, max: 2147483647)
integer UsageQuantity

/// A whole number of units out of a quantity.
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

/// The Amazon Resource Name of a licence.
@pattern("^arn:aws[a-zA-Z-]*:[A-Za-z0-9][A-Za-z0-9_/.-]{0,62}:[A-Za-z0-9_/.-]{0,63}:[A-Za-z0-9_/.-]{0,63}:[A-Za-z0-9][A-Za-z0-9:_/+=,@.-]{0,1023}$")
string LicenseArn

/// A text of your choice that makes a repeated call count once.
@length(min: 1, max: 64)
string ClientToken

/// A text of your choice that a signed answer returns.
@length(max: 255)
@pattern("[\\s\\S]*")
string Nonce

/// The version of a public key, counted from 1.
@range(min: 1)
integer VersionInteger

/// A text of at least one character.
@pattern("[\\s\\S]+")
string NonEmptyString

/// A point in time. On the wire it is a number of seconds since 1970, in UTC.
timestamp Timestamp

boolean Boolean

string String

/// What was wrong, in words for a person. The wording may change at any time: decide by the name of the
/// error, never by its message.
string errorMessage
