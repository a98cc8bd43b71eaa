$version: "2"

namespace museum

use alloy#simpleRestJson
use smithy.test#httpMalformedRequestTests
use smithy.test#httpRequestTests
use smithy.test#httpResponseTests

apply AddExhibit @httpRequestTests([
    {
        id: "DiscriminatedUnion"
        documentation: "A discriminated union is one object with the name of the choice, its JSON name."
        protocol: simpleRestJson
        method: "POST"
        uri: "/exhibits"
        headers: { "content-type": "application/json" }
        body: """
            {
                "id": "51216269-c0c8-454a-871e-329513e54e23",
                "acquired": "2026-11-01",
                "tour": 90.000000001,
                "condition": "poor",
                "kind": { "type": "bust", "material": "marble" },
                "room": 3,
                "tags": ["old", null]
            }"""
        bodyMediaType: "application/json"
        params: {
            id: "51216269-c0c8-454a-871e-329513e54e23"
            acquired: "2026-11-01"
            tour: 90.000000001
            condition: "poor"
            kind: { sculpture: { material: "marble" } }
            notes: { room: 3, tags: ["old", null] }
        }
    }
    {
        id: "DiscriminatedUnionWithoutMembers"
        protocol: simpleRestJson
        method: "POST"
        uri: "/exhibits"
        body: """
            { "id": "51216269-c0c8-454a-871e-329513e54e23", "kind": { "type": "unknown" } }"""
        bodyMediaType: "application/json"
        params: {
            id: "51216269-c0c8-454a-871e-329513e54e23"
            kind: { unknown: {} }
            notes: {}
        }
    }
])

apply AddExhibit @httpResponseTests([
    {
        id: "UnknownProperties"
        protocol: simpleRestJson
        code: 201
        headers: { "content-type": "application/json" }
        body: """
            { "kind": { "year": 1642, "artist": "Rembrandt", "type": "painting" }, "loan": null }"""
        bodyMediaType: "application/json"
        params: {
            kind: { painting: { artist: "Rembrandt", year: 1642 } }
            notes: { loan: null }
        }
    }
])

apply AddExhibit @httpMalformedRequestTests([
    {
        id: "MissingDiscriminator"
        protocol: simpleRestJson
        request: {
            method: "POST"
            uri: "/exhibits"
            headers: { "content-type": "application/json" }
            body: """
                { "id": "51216269-c0c8-454a-871e-329513e54e23", "kind": { "artist": "Rembrandt" } }"""
        }
        response: { code: 400, headers: { "x-error-type": "SerializationException" } }
    }
    {
        id: "UnknownDiscriminator"
        protocol: simpleRestJson
        request: {
            method: "POST"
            uri: "/exhibits"
            headers: { "content-type": "application/json" }
            body: """
                { "id": "51216269-c0c8-454a-871e-329513e54e23", "kind": { "type": "fossil" } }"""
        }
        response: { code: 400, headers: { "x-error-type": "SerializationException" } }
    }
    {
        id: "MalformedUuid"
        protocol: simpleRestJson
        request: {
            method: "POST"
            uri: "/exhibits"
            headers: { "content-type": "application/json" }
            body: """
                { "id": "51216269", "kind": { "type": "unknown" } }"""
        }
        response: { code: 400, headers: { "x-error-type": "ValidationException" } }
    }
    {
        id: "MalformedDate"
        protocol: simpleRestJson
        request: {
            method: "POST"
            uri: "/exhibits"
            headers: { "content-type": "application/json" }
            body: """
                {
                    "id": "51216269-c0c8-454a-871e-329513e54e23",
                    "acquired": "yesterday",
                    "kind": { "type": "unknown" }
                }"""
        }
        response: { code: 400, headers: { "x-error-type": "ValidationException" } }
    }
])

apply ChangeExhibit @httpRequestTests([
    {
        id: "NullMembers"
        documentation: "Null differs from a missing member, also where the member has a default."
        protocol: simpleRestJson
        method: "PATCH"
        uri: "/exhibits/51216269-c0c8-454a-871e-329513e54e23"
        headers: { "content-type": "application/json" }
        body: """
            { "title": null, "room": null, "floor": null }"""
        bodyMediaType: "application/json"
        params: {
            id: "51216269-c0c8-454a-871e-329513e54e23"
            title: null
            room: null
            floor: null
        }
    }
    {
        id: "MissingNullableMembers"
        protocol: simpleRestJson
        method: "PATCH"
        uri: "/exhibits/51216269-c0c8-454a-871e-329513e54e23"
        body: """
            { "room": "3", "floor": 2 }"""
        bodyMediaType: "application/json"
        params: { id: "51216269-c0c8-454a-871e-329513e54e23", room: "3", floor: 2 }
    }
])

apply ChangeExhibit @httpResponseTests([
    {
        id: "NullMembersInResponse"
        protocol: simpleRestJson
        code: 200
        body: """
            { "title": null, "room": "3", "floor": 2 }"""
        bodyMediaType: "application/json"
        params: { title: null, room: "3", floor: 2 }
    }
    {
        id: "MissingNullableMembersInResponse"
        protocol: simpleRestJson
        code: 200
        body: """
            { "room": "3", "floor": 1 }"""
        bodyMediaType: "application/json"
        params: { room: "3", floor: 1 }
    }
])

apply ChangeExhibit @httpMalformedRequestTests([
    {
        id: "MissingRequiredNullableMember"
        protocol: simpleRestJson
        request: {
            method: "PATCH"
            uri: "/exhibits/51216269-c0c8-454a-871e-329513e54e23"
            headers: { "content-type": "application/json" }
            body: "{}"
        }
        response: { code: 400, headers: { "x-error-type": "ValidationException" } }
    }
])

apply GetLabel @httpResponseTests([
    {
        id: "StringPayload"
        documentation: "A payload that is a string is a JSON document."
        protocol: simpleRestJson
        code: 200
        headers: { "content-type": "application/json" }
        body: "\"Night \\\"Watch\\\"\""
        bodyMediaType: "application/json"
        params: { label: "Night \"Watch\"" }
    }
])

apply Gone @httpResponseTests([
    {
        id: "NullMemberOfError"
        protocol: simpleRestJson
        code: 410
        headers: { "x-error-type": "Gone" }
        body: """
            { "since": null }"""
        bodyMediaType: "application/json"
        params: { since: null }
    }
])

apply Search @httpRequestTests([
    {
        id: "UntaggedUnions"
        documentation: "The first member counts for which the value is valid."
        protocol: simpleRestJson
        method: "POST"
        uri: "/search"
        body: """
            {
                "terms": [
                    1642,
                    1.5,
                    "51216269-c0c8-454a-871e-329513e54e23",
                    "good",
                    "1642",
                    { "from": 1600, "to": 1700 },
                    { "artist": "Rembrandt" },
                    [1642, "poor"]
                ]
            }"""
        bodyMediaType: "application/json"
        params: {
            terms: [
                { year: 1642 }
                { weight: 1.5 }
                { id: "51216269-c0c8-454a-871e-329513e54e23" }
                { condition: "good" }
                { text: "1642" }
                { range: { from: 1600, to: 1700 } }
                { artist: { artist: "Rembrandt" } }
                { any: [{ year: 1642 }, { condition: "poor" }] }
            ]
        }
    }
])

apply Search @httpResponseTests([
    {
        id: "OpenUnions"
        protocol: simpleRestJson
        code: 200
        body: """
            { "found": [{ "title": "Night Watch" }, { "id": 7, "parts": [] }] }"""
        bodyMediaType: "application/json"
        params: {
            found: [{ title: "Night Watch" }, { other: { id: 7, parts: [] } }]
        }
    }
])

apply Search @httpMalformedRequestTests([
    {
        id: "UntaggedUnionWithoutMatch"
        protocol: simpleRestJson
        request: {
            method: "POST"
            uri: "/search"
            headers: { "content-type": "application/json" }
            body: """
                { "terms": [{ "from": 1600 }] }"""
        }
        response: { code: 400, headers: { "x-error-type": "SerializationException" } }
    }
])
