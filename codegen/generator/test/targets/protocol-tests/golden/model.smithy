$version: "2.0"

namespace example.shelf

use aws.protocols#restJson1
use smithy.test#InitialHttpRequest
use smithy.test#eventStreamTests
use smithy.test#httpMalformedRequestTests
use smithy.test#httpRequestTests
use smithy.test#httpResponseTests

@restJson1
service Shelf {
    version: "2024-01-01"
    operations: [PutBook, Ping, Follow]
    errors: [Full]
}

@http(method: "PUT", uri: "/books/{isbn}")
@httpRequestTests([
    {
        id: "PutBookSendsEverything"
        protocol: restJson1
        documentation: "Labels go into the path, everything else into the body."
        method: "PUT"
        uri: "/books/1-2"
        headers: { "Content-Type": "application/json" }
        body: """
            {"weight": "NaN", "printed": 0, "cover": "YQ==", "price": 0.10000000000000000001, "copies": 9007199254740993}"""
        bodyMediaType: "application/json"
        params: {
            isbn: "1-2"
            weight: "NaN"
            printed: 0
            cover: "a"
            price: 0.10000000000000000001
            copies: 9007199254740993
        }
    }
    {
        id: "PutBookLeavesNullsOut"
        protocol: restJson1
        appliesTo: "client"
        method: "PUT"
        uri: "/books/1"
        forbidQueryParams: ["weight"]
        params: { isbn: "1", weight: null }
    }
])
@httpResponseTests([
    {
        id: "PutBookReadsTheShelf"
        protocol: restJson1
        code: 200
        body: "{\"shelves\": {\"a\": [\"x\"]}}"
        bodyMediaType: "application/json"
        params: {
            shelves: { a: ["x"] }
        }
    }
])
@httpMalformedRequestTests([
    {
        id: "PutBookRefusesOtherNumbers"
        protocol: restJson1
        request: { method: "PUT", uri: "/books/1", body: "{\"weight\": $value:L, \"$$x\": 1}", headers: { "Content-Type": "application/json" } }
        response: {
            code: 400
            headers: { "x-amzn-errortype": "SerializationException" }
            body: {
                mediaType: "application/json"
                assertion: { messageRegex: "number" }
            }
        }
        testParameters: {
            value: ["true", "[]"]
        }
    }
])
operation PutBook {
    input := {
        @required
        @httpLabel
        isbn: String

        weight: Double

        printed: Timestamp

        cover: Blob

        price: BigDecimal

        copies: BigInteger
    }

    output := {
        shelves: Shelves
    }
}

@http(method: "GET", uri: "/ping")
operation Ping {}

@http(method: "POST", uri: "/follow")
@eventStreamTests([
    {
        id: "FollowSendsTheReader"
        protocol: restJson1
        initialRequestParams: { reader: "r" }
        initialRequest: { method: "POST", uri: "/follow", headers: { "x-reader": "r" } }
        initialRequestShape: InitialHttpRequest
        events: [
            {
                type: "response"
                params: { put: { isbn: "1", copies: 9007199254740993 } }
                headers: { ":event-type": { string: "put" }, isbn: { string: "1" } }
                body: "{\"copies\": 9007199254740993}"
                bodyMediaType: "application/json"
            }
        ]
    }
    {
        id: "FollowEndsWhenTheShelfIsFull"
        protocol: restJson1
        documentation: "An error ends the stream."
        appliesTo: "client"
        events: [
            {
                type: "response"
                params: { full: { books: 12 } }
                headers: { ":message-type": { string: "exception" }, ":exception-type": { string: "full" } }
                body: "{\"books\": 12}"
                bodyMediaType: "application/json"
            }
        ]
        expectation: { failure: { errorId: Full } }
    }
])
operation Follow {
    input := {
        @required
        @httpHeader("x-reader")
        reader: String
    }

    output := {
        @httpPayload
        changes: Changes
    }
}

@streaming
union Changes {
    put: Put
    full: Full
}

structure Put {
    @eventHeader
    isbn: String

    copies: BigInteger
}

map Shelves {
    key: String
    value: Titles
}

list Titles {
    member: String
}

@error("client")
@httpError(409)
@httpResponseTests([
    {
        id: "FullSaysHowMany"
        protocol: restJson1
        code: 409
        headers: { "X-Amzn-Errortype": "Full" }
        body: "{\"message\": \"no room\", \"books\": 12}"
        bodyMediaType: "application/json"
        params: { message: "no room", books: 12 }
    }
])
structure Full {
    message: String
    books: Integer
}
