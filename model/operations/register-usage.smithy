$version: "2.0"
$operationInputSuffix: "Request"
$operationOutputSuffix: "Result"

namespace com.amazonaws.marketplacemetering

/// Checks whether a paid container may run, and starts the metering of its running time.
///
/// A container calls it once, when it starts, with the credentials of its Amazon ECS task or Amazon
/// EKS pod, in the region it runs in. From then on AWS meters the running time by itself.
/// Containers that report consumption with `MeterUsage` do not need to call it.
///
/// **Handle the response.** If the buyer has no subscription, the first call of a task or pod fails
/// with `CustomerNotEntitledException`: report it and exit. Later calls of the same task or pod
/// never fail for that reason, so polling is pointless.
///
/// **Verify the signature.** `Signature` is a JSON Web Token signed with PS256. Check it with the
/// public key that you received for `PublicKeyVersion`, then check that the payload holds your
/// product code, your key version and the `Nonce` you sent. A program that skips this can be
/// deceived by anyone who impersonates AWS.
///
/// It works on ECS and EKS only. Elsewhere, on a developer's machine for instance, it fails with
/// `PlatformNotSupportedException`.
@examples([
    {
        title: "Register a container"
        documentation: """
            The answer proves the subscription. `PublicKeyRotationTimestamp` is absent: the key is
            current.
            """
        input: { ProductCode: "4rjezcm9xqk27tdplw0sv1gnb", PublicKeyVersion: 1, Nonce: "8f14e45f-ceea-467f-a9d3-5b2c1e7f0a63" }
        output: {
            Signature: "eyJhbGciOiJQUzI1NiIsInR5cCI6IkpXVCJ9.eyJQcm9kdWN0Q29kZSI6IjRyamV6Y205eHFrMjd0ZHBsdzBzdjFnbmIiLCJQdWJsaWNLZXlWZXJzaW9uIjoxfQ.c2lnbmF0dXJl"
        }
    }
    {
        title: "Started outside ECS and EKS"
        documentation: "The container runs on a developer's machine."
        input: { ProductCode: "4rjezcm9xqk27tdplw0sv1gnb", PublicKeyVersion: 1 }
        error: {
            shapeId: PlatformNotSupportedException
            content: { message: "This operation can only be called from within an ECS task or an EKS pod" }
        }
    }
])
operation RegisterUsage {
    input :=
        /// The container that starts.
        {
            /// The product that the container belongs to.
            @required
            ProductCode: ProductCode

            /// The version of the public key that came with the product: the key that verifies
            /// `Signature`.
            @required
            PublicKeyVersion: VersionInteger

            /// Any string of your choice, returned inside the signed token. Use a new one for each
            /// call: it proves that the response belongs to this call and was not recorded earlier.
            Nonce: Nonce
        }

    output :=
        /// The container may run.
        {
            /// The time at which the key version expired. Present only after that time: release the
            /// product with the new key.
            PublicKeyRotationTimestamp: Timestamp

            /// A JSON Web Token, signed with PS256, that holds the product code, the key version
            /// and the nonce of the call. Verify it before you trust the response.
            Signature: NonEmptyString
        }

    errors: [
        InvalidProductCodeException
        InvalidRegionException
        InvalidPublicKeyVersionException
        PlatformNotSupportedException
        CustomerNotEntitledException
        ThrottlingException
        InternalServiceErrorException
        DisabledApiException
    ]
}
