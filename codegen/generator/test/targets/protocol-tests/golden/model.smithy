$version: "2.0"

namespace example.shelf

use aws.protocols#restJson1
use smithy.test#httpMalformedRequestTests
use smithy.test#httpRequestTests
use smithy.test#httpResponseTests

@restJson1
service Shelf {
    version: "2024-01-01"
    operations: [PutBook, Ping]
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
