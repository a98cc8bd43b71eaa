$version: "2"

namespace museum

use alloy#Duration
use alloy#LocalDate
use alloy#UUID
use alloy#discriminated
use alloy#jsonUnknown
use alloy#nullable
use alloy#openEnum
use alloy#simpleRestJson
use alloy#untagged
use smithy.framework#ValidationException

/// Exhibits of a museum.
@simpleRestJson
@title("Museum")
service Museum {
    version: "2026-11-01"
    operations: [
        AddExhibit
        ChangeExhibit
        GetLabel
        Search
    ]
    errors: [
        ValidationException
    ]
}

@http(method: "POST", uri: "/exhibits", code: 201)
operation AddExhibit {
    input := {
        @required
        id: UUID

        acquired: LocalDate

        tour: Duration

        condition: Condition

        @required
        kind: Kind

        @jsonUnknown
        notes: Notes
    }

    output := {
        @required
        kind: Kind

        @jsonUnknown
        notes: Notes
    }

    errors: [
        Duplicate
        RoomFull
    ]
}

/// A member that is null is removed; one that is missing stays.
@http(method: "PATCH", uri: "/exhibits/{id}")
operation ChangeExhibit {
    input := {
        @required
        @httpLabel
        id: UUID

        @nullable
        title: String

        @nullable
        @required
        room: Room

        @nullable
        floor: Integer = 1
    }

    output := {
        @nullable
        title: String

        @nullable
        @required
        room: Room

        @nullable
        floor: Integer = 1
    }

    errors: [
        NotFound
    ]
}

@readonly
@http(method: "GET", uri: "/exhibits/{id}/label")
operation GetLabel {
    input := {
        @required
        @httpLabel
        id: UUID
    }

    output := {
        @httpPayload
        label: String
    }

    errors: [
        NotFound
        Gone
    ]
}

@http(method: "POST", uri: "/search")
operation Search {
    input := {
        @required
        terms: Terms
    }

    output := {
        found: Finds
    }
}

@openEnum
enum Condition {
    GOOD = "good"
    POOR = "poor"
}

@length(min: 1)
string Room

map Notes {
    key: String
    value: Document
}

@discriminated("type")
union Kind {
    painting: Painting

    @jsonName("bust")
    sculpture: Sculpture

    unknown: Unlabeled
}

structure Painting {
    @required
    artist: String

    year: Integer
}

structure Sculpture {
    material: String
}

structure Unlabeled {}

list Terms {
    member: Term
}

/// The order matters: a number without a fraction is a year, a text in the form of a UUID an id.
@untagged
union Term {
    year: Integer
    weight: Double
    id: UUID
    condition: SearchedCondition
    text: String
    range: Range
    any: Terms
    artist: Painting
}

enum SearchedCondition {
    GOOD = "good"
    POOR = "poor"
}

structure Range {
    @required
    from: Integer

    @required
    to: Integer
}

list Finds {
    member: Find
}

union Find {
    title: String

    @jsonUnknown
    other: Document
}

@error("client")
@httpError(409)
structure Duplicate {
    @required
    message: String
}

@error("server")
structure RoomFull {
    room: String
}

@error("client")
structure NotFound {
    message: String
}

@error("client")
@httpError(410)
structure Gone {
    @nullable
    since: LocalDate
}
