$version: "2.0"

namespace com.amazonaws.marketplacemetering

/// The buyer has no valid subscription to the product.
///
/// Tell the buyer where to subscribe, and stop. `RegisterUsage` fails in this way only on the first
/// call of a task or pod.
@error("client")
structure CustomerNotEntitledException {
    message: errorMessage
}

/// The operation is not available in this region.
///
/// Call it at the endpoint of a region that offers it.
@error("client")
structure DisabledApiException {
    message: errorMessage
}

/// The usage of this dimension, hour and resource was already metered with another quantity.
///
/// The first record stays billed and nothing is added to it. Do not repeat the call: sum the usage
/// of an hour first, then send it once.
@error("client")
structure DuplicateRequestException {
    message: errorMessage
}

/// The registration token has expired.
///
/// Send the buyer back to AWS Marketplace to get a new one. The expired token is the buyer's and
/// not part of your credentials: refreshing credentials and repeating the call does not help.
@error("client")
structure ExpiredTokenException {
    message: errorMessage
}

/// The `ClientToken` was already used with other parameters.
///
/// Repeat a call with exactly the same parameters, or use a new token for other usage.
@error("client")
@httpError(409)
structure IdempotencyConflictException {
    message: errorMessage
}

/// The service failed. The outcome of the request is unknown.
///
/// Repeat the call with growing delays, with the same timestamps and the same `ClientToken`. Usage
/// that was already stored is not billed twice.
@error("server")
structure InternalServiceErrorException {
    message: errorMessage
}

/// The customer identifier is not valid, or a record names its customer in two ways or in none.
///
/// Use what `ResolveCustomer` returned for this product, and send either `CustomerIdentifier` or
/// `CustomerAWSAccountId`. The whole batch was rejected.
@error("client")
structure InvalidCustomerIdentifierException {
    message: errorMessage
}

/// The endpoint belongs to a different region than the calling instance, task, pod or runtime.
///
/// Use the endpoint of the region that the program runs in.
@error("client")
structure InvalidEndpointRegionException {
    message: errorMessage
}

/// The license is not valid for this usage: it does not exist, belongs to another customer, was not
/// in force at the time of use, or the batch holds licenses of two products.
///
/// Use the `LicenseArn` and `CustomerAWSAccountId` of one response of `ResolveCustomer` together,
/// and send a batch for each product. The whole batch was rejected.
@error("client")
structure InvalidLicenseException {
    message: errorMessage
}

/// There is no product with this product code, or it is not yours to meter.
///
/// Compare it with the product code shown for the product in the AWS Marketplace Management Portal.
/// The product ID is not the product code.
@error("client")
structure InvalidProductCodeException {
    message: errorMessage
}

/// No public key of this version exists.
///
/// Use the version of the key that came with the product.
@error("client")
structure InvalidPublicKeyVersionException {
    message: errorMessage
}

/// The call was made in a different region than that of the task or pod.
///
/// Use the endpoint of the region that the container runs in.
@error("client")
structure InvalidRegionException {
    message: errorMessage
}

/// A tag is not valid, or an allocation has more than five of them.
///
/// Check keys and values against the characters and lengths that a tag allows.
@error("client")
structure InvalidTagException {
    message: errorMessage
}

/// The registration token is not valid.
///
/// Pass it on exactly as it arrived in the form field `x-amzn-marketplace-token`, decoded once.
@error("client")
structure InvalidTokenException {
    message: errorMessage
}

/// The allocations do not fit the quantity: they do not add up to it, there are more than 2,500 of
/// them, or two of them have the same tags.
///
/// Correct them and send the usage again, with its original timestamp.
@error("client")
structure InvalidUsageAllocationsException {
    message: errorMessage
}

/// The product has no dimension of this name.
///
/// Use the API name of a published dimension, in the same upper and lower case.
@error("client")
structure InvalidUsageDimensionException {
    message: errorMessage
}

/// The program does not run where the operation works: in an Amazon ECS task or an Amazon EKS pod.
///
/// Run the container there. To try it elsewhere, use a mock server.
@error("client")
structure PlatformNotSupportedException {
    message: errorMessage
}

/// The calls exceeded the quota of this account and region.
///
/// Repeat the call later, with growing and random delays, and with the same timestamps. Clients do
/// so automatically a few times. Fewer and fuller batches help.
@error("client")
structure ThrottlingException {
    message: errorMessage
}

/// A timestamp lies outside the window in which usage is accepted.
///
/// The window is 24 hours for `BatchMeterUsage` and 6 hours for `MeterUsage`, and it does not reach
/// past 06:00 UTC on the first of a month into the month before. No record of the batch was stored:
/// remove the records that are out of range and send the others again, unchanged. Never change a
/// timestamp to make a record fit.
@error("client")
structure TimestampOutOfBoundsException {
    message: errorMessage
}
