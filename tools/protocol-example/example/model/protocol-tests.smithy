$version: "2"

namespace parcel.shipping

use parcel.protocols#parcelJson
use smithy.test#httpMalformedRequestTests
use smithy.test#httpRequestTests
use smithy.test#httpResponseTests

apply SendParcel @httpRequestTests([
    {
        id: "TaggedUnion"
        documentation: "A tagged union is one object with the name of the choice."
        protocol: parcelJson
        method: "POST"
        uri: "/parcels"
        headers: { "content-type": "application/json", "x-priority": "2" }
        body: """
            {
                "recipient": "Ada",
                "payment": { "kind": "card", "lastDigits": "1234" },
                "pick_up": "2026-11-01T05:59:00Z",
                "weights": [1.5]
            }"""
        bodyMediaType: "application/json"
        params: {
            recipient: "Ada"
            payment: { card: { lastDigits: "1234" } }
            pickUp: 1793512740
            weights: [1.5]
            priority: 2
        }
    }
    {
        id: "TaggedUnionOfEmptyStructure"
        protocol: parcelJson
        method: "POST"
        uri: "/parcels"
        body: """
            { "recipient": "Ada", "payment": { "kind": "cash" } }"""
        bodyMediaType: "application/json"
        params: { recipient: "Ada", payment: { cash: {} } }
    }
])

apply SendParcel @httpResponseTests([
    {
        id: "TaggedUnionInResponse"
        protocol: parcelJson
        code: 201
        headers: { "x-depot": "north" }
        body: """
            { "parcelId": "p1", "payment": { "account": 9007199254740993, "kind": "invoice" } }"""
        bodyMediaType: "application/json"
        params: {
            parcelId: "p1"
            payment: { invoice: { account: 9007199254740993 } }
            depot: "north"
        }
    }
])

apply SendParcel @httpMalformedRequestTests([
    {
        id: "MissingTag"
        protocol: parcelJson
        request: {
            method: "POST"
            uri: "/parcels"
            headers: { "content-type": "application/json" }
            body: """
                { "recipient": "Ada", "payment": { "lastDigits": "1234" } }"""
        }
        response: { code: 400, headers: { "x-shipping-error": "SerializationException" } }
    }
    {
        id: "UnknownChoice"
        protocol: parcelJson
        request: {
            method: "POST"
            uri: "/parcels"
            headers: { "content-type": "application/json" }
            body: """
                { "recipient": "Ada", "payment": { "kind": "shells" } }"""
        }
        response: { code: 400, headers: { "x-shipping-error": "SerializationException" } }
    }
])

apply GetShipment @httpRequestTests([
    {
        id: "EmptyListInQuery"
        documentation: "A list without elements is not written into a query."
        protocol: parcelJson
        method: "GET"
        uri: "/parcels/p%201"
        forbidQueryParams: ["fields"]
        params: { parcelId: "p 1", fields: [] }
    }
])

apply GetShipment @httpResponseTests([
    {
        id: "NestedUnions"
        protocol: parcelJson
        code: 200
        body: """
            {
                "history": [
                    { "scanned": "north" },
                    { "split": [{ "paid": { "kind": "card", "lastDigits": "0000" } }] }
                ]
            }"""
        bodyMediaType: "application/json"
        params: {
            history: [{ scanned: "north" }, { split: [{ paid: { card: { lastDigits: "0000" } } }] }]
        }
    }
])

apply CardDeclined @httpResponseTests([
    {
        id: "ErrorByHeader"
        protocol: parcelJson
        code: 402
        headers: { "x-shipping-error": "CardDeclined", "x-retry-in": "60" }
        body: """
            { "message": "declined", "payment": { "kind": "card", "lastDigits": "1234" } }"""
        bodyMediaType: "application/json"
        params: { message: "declined", payment: { card: { lastDigits: "1234" } }, retryIn: 60 }
    }
])
