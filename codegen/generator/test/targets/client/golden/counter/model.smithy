$version: "2"

namespace example.counter

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsJson1_1
use smithy.rules#clientContextParams
use smithy.rules#contextParam
use smithy.rules#endpointRuleSet
use smithy.rules#endpointTests
use smithy.rules#operationContextParams
use smithy.rules#staticContextParams

/// Counts things.
@title("Counter")
@service(sdkId: "Counter", endpointPrefix: "counter", arnNamespace: "counter")
@sigv4(name: "counter")
@awsJson1_1
@clientContextParams(UseSandbox: { type: "boolean", documentation: "Counts without consequences." })
@endpointRuleSet(
    version: "1.0"
    parameters: {
        Region: { type: "String", builtIn: "AWS::Region" }
        Endpoint: { type: "String", builtIn: "SDK::Endpoint" }
        UseSandbox: { type: "Boolean" }
        Counter: { type: "String" }
        Kind: { type: "String" }
        Names: { type: "StringArray" }
    }
    rules: [
        {
            type: "endpoint"
            conditions: [{ fn: "isSet", argv: [{ ref: "Endpoint" }] }]
            endpoint: { url: { ref: "Endpoint" } }
        }
        {
            type: "tree"
            conditions: [
                { fn: "isSet", argv: [{ ref: "Region" }] }
                { fn: "aws.partition", argv: [{ ref: "Region" }], assign: "partition" }
                { fn: "isSet", argv: [{ ref: "Counter" }] }
                { fn: "isValidHostLabel", argv: [{ ref: "Counter" }, false] }
            ]
            rules: [
                {
                    type: "error"
                    conditions: [
                        { fn: "isSet", argv: [{ ref: "UseSandbox" }] }
                        { fn: "booleanEquals", argv: [{ ref: "UseSandbox" }, true] }
                        { fn: "not", argv: [{ fn: "stringEquals", argv: [{ fn: "getAttr", argv: [{ ref: "partition" }, "name"] }, "aws"] }] }
                    ]
                    error: "There is no `sandbox` in {partition#name}, $nor {{braces}}"
                }
                {
                    type: "endpoint"
                    conditions: []
                    endpoint: {
                        url: "https://{Counter}.counter.{Region}.{partition#dnsSuffix}"
                        headers: { "x-counter": ["{Counter}"] }
                        properties: {
                            authSchemes: [{ name: "sigv4", signingName: "counter", signingRegion: "{Region}" }]
                        }
                    }
                }
            ]
        }
        { type: "error", conditions: [], error: "No endpoint" }
    ]
)
@endpointTests(
    version: "1.0"
    testCases: [
        {
            documentation: "A counter of its own"
            params: { Region: "us-east-1", Counter: "a" }
            expect: { endpoint: { url: "https://a.counter.us-east-1.amazonaws.com" } }
        }
    ]
)
service Counter {
    version: "2026-01-01"
    operations: [Add, Reset]
    errors: [Busy]
}

/// Adds to a counter.
///
/// Not more than once a second.
@staticContextParams(Kind: { value: "add" })
@operationContextParams(Names: { path: "items[*].name" })
@examples([
    {
        title: "Add one"
        input: { counter: "a", at: 1767225600, items: [{ name: "x" }] }
        output: { total: 1 }
    }
    {
        title: "A counter that is not there"
        input: { counter: "b" }
        error: { shapeId: NoSuchCounter, content: { message: "There is no b.", counter: "b" } }
    }
])
operation Add {
    input := {
        /// Which counter.
        @required
        @contextParam(name: "Counter")
        counter: String

        at: Timestamp

        items: Items

        @idempotencyToken
        token: String
    }
    output := {
        @required
        total: Integer
    }
    errors: [NoSuchCounter]
}

/// Sets all counters to zero, for everyone.
@auth([])
operation Reset {}

list Items {
    member: Item
}

structure Item {
    name: String
}

/// The counter is being counted.
@error("server")
@httpError(503)
@retryable(throttling: true)
structure Busy {
    message: String
}

/// There is no such counter.
@error("client")
structure NoSuchCounter {
    @required
    message: String

    /// The counter that was asked for.
    @required
    counter: String

    hint: String
}
