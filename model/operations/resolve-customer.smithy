$version: "2.0"
$operationInputSuffix: "Request"
$operationOutputSuffix: "Result"

namespace com.amazonaws.marketplacemetering

/// Identifies a buyer who arrives from AWS Marketplace to set up an account with a SaaS product.
///
/// The buyer's browser posts a registration token, in the form field `x-amzn-marketplace-token`, to
/// the address that you registered for the product. Exchange it at once, with the credentials of
/// the account that publishes the product, and store the response: it identifies this customer in
/// every later call of `BatchMeterUsage`.
///
/// A token is valid for about four hours. Exchanging it again in that time returns the same
/// response, so that a reloaded page does no harm. Afterwards the call fails with
/// `ExpiredTokenException`, and the buyer has to return from AWS Marketplace.
///
/// An identity is not a subscription: wait until the subscription is confirmed before you grant
/// access to the buyer.
@examples([
    {
        title: "Resolve a new customer"
        documentation: """
            Store the account and the license: they identify the customer from now on. A product of
            the newer kind has no customer identifier.
            """
        input: { RegistrationToken: "eyJlbmMiOiJBMTI4R0NNIn0.cmVnaXN0cmF0aW9uLXRva2Vu" }
        output: {
            ProductCode: "4rjezcm9xqk27tdplw0sv1gnb"
            CustomerAWSAccountId: "111122223333"
            LicenseArn: "arn:aws:license-manager::294406891311:license:l-6f2d7c1f5cb14a5e9d3a"
        }
    }
    {
        title: "A token that AWS Marketplace did not issue"
        documentation: "The token was altered on its way, for instance by decoding the form field twice."
        input: { RegistrationToken: "not-a-registration-token" }
        error: {
            shapeId: InvalidTokenException
            content: { message: "Registration token is invalid" }
        }
    }
])
operation ResolveCustomer {
    input :=
        /// The registration token of a buyer.
        {
            /// The registration token, exactly as it arrived in the form field
            /// `x-amzn-marketplace-token`.
            @required
            RegistrationToken: NonEmptyString
        }

    output :=
        /// The identity of the customer, and the product it belongs to. Store all of it.
        {
            /// The customer, in the form that legacy products send to `BatchMeterUsage` together
            /// with `ProductCode`. Absent for newer products.
            CustomerIdentifier: CustomerIdentifier

            /// The product that the buyer subscribes to. One registration page may serve several.
            ProductCode: ProductCode

            /// The buyer's AWS account. Newer products send it to `BatchMeterUsage` together with
            /// `LicenseArn`.
            CustomerAWSAccountId: CustomerAWSAccountId

            /// The license that this purchase granted. A buyer who purchases a product twice has
            /// two of them, each metered separately.
            LicenseArn: LicenseArn
        }

    errors: [
        InvalidTokenException
        ExpiredTokenException
        ThrottlingException
        InternalServiceErrorException
        DisabledApiException
    ]
}
