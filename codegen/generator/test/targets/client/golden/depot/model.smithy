$version: "2.0"

namespace example.depot

use aws.protocols#awsJson1_1
use smithy.waiters#waitable
use tinsmith.client#batch

/// A depot: parcels in, parcels out.
@awsJson1_1
@paginated(inputToken: "nextToken", outputToken: "nextToken", pageSize: "maxResults")
service Depot {
    version: "2026-11-01"
    operations: [
        ListParcels
        ListShelves
        ListLabels
        DescribeDepot
        SendParcels
        PutReadings
        RecordWeights
        RemoveTags
    ]
    errors: [
        Busy
    ]
}

/// Lists parcels.
@readonly
@paginated(items: "parcels")
operation ListParcels {
    input := {
        nextToken: String
        maxResults: Integer
        colour: String
    }

    output := {
        nextToken: String
        parcels: Parcels
    }
}

/// Lists shelves; the token is inside a structure and a map, and so are the items.
@readonly
@paginated(inputToken: "from", outputToken: "page.next", items: "page.shelves")
operation ListShelves {
    input := {
        @required
        hall: String

        from: String
        maxResults: Integer
    }

    output := {
        page: ShelfPage
    }
}

structure ShelfPage {
    next: String
    shelves: Shelves
}

map Shelves {
    key: String
    value: Integer
}

/// Lists labels, without saying where they are.
@readonly
@paginated(pageSize: "limit")
operation ListLabels {
    input := {
        nextToken: String
        limit: Integer
    }

    output := {
        nextToken: String
    }
}

/// Describes the depot.
@readonly
@waitable(
    DepotOpen: {
        documentation: "Waits until the depot is open."
        acceptors: [
            {
                state: "success"
                matcher: {
                    output: { path: "depot.state", comparator: "stringEquals", expected: "open" }
                }
            }
            {
                state: "failure"
                matcher: {
                    output: { path: "depot.burnt", comparator: "booleanEquals", expected: "true" }
                }
            }
            {
                state: "retry"
                matcher: { errorType: "NoDepot" }
            }
        ]
        minDelay: 1
        maxDelay: 3
    }
    DepotGone: {
        deprecated: true
        acceptors: [
            {
                state: "success"
                matcher: { errorType: NoDepot }
            }
            {
                state: "failure"
                matcher: { success: true }
            }
        ]
    }
    ParcelsSorted: {
        acceptors: [
            {
                state: "success"
                matcher: {
                    output: {
                        path: "depot.halls[].shelves[].state"
                        comparator: "allStringEquals"
                        expected: "sorted"
                    }
                }
            }
            {
                state: "failure"
                matcher: {
                    output: {
                        path: "depot.halls[].shelves[].state"
                        comparator: "anyStringEquals"
                        expected: "lost"
                    }
                }
            }
            {
                state: "failure"
                matcher: {
                    output: {
                        path: "length(depot.halls[?state != 'open' && !(parcels > `0`)]) > `2`"
                        comparator: "booleanEquals"
                        expected: "true"
                    }
                }
            }
            {
                state: "failure"
                matcher: {
                    output: {
                        path: "contains(depot.halls[].[length(shelves[?state == 'sorted']) >= parcels][], `false`)"
                        comparator: "booleanEquals"
                        expected: "false"
                    }
                }
            }
            {
                state: "retry"
                matcher: {
                    inputOutput: {
                        path: "output.depot.name != input.name && length(keys(output.depot.labels)) == `0`"
                        comparator: "booleanEquals"
                        expected: "true"
                    }
                }
            }
        ]
    }
)
operation DescribeDepot {
    input := {
        @required
        name: String
    }

    output := {
        depot: DepotDescription
    }

    errors: [
        NoDepot
    ]
}

structure DepotDescription {
    @required
    name: String

    state: DepotState
    burnt: Boolean
    halls: Halls
    labels: Shelves
}

enum DepotState {
    OPEN = "open"
    CLOSED = "closed"
}

list Halls {
    member: Hall
}

structure Hall {
    state: DepotState
    parcels: Integer
    shelves: HallShelves
}

list HallShelves {
    member: Shelf
}

structure Shelf {
    state: String
}

/// Sends parcels. Each has an id that the caller gives to it.
@batch(
    entries: "parcels"
    maxEntries: 10
    maxBytes: 2000
    matching: { id: { member: "id" } }
    results: "sent"
    failures: "failed"
    outcome: { status: "code", message: "text", permanent: "senderFault", duplicate: ["Known"] }
)
operation SendParcels {
    input := {
        @required
        depot: String

        @required
        parcels: Parcels
    }

    output := {
        @required
        sent: SentParcels

        @required
        failed: FailedParcels
    }
}

structure Parcel {
    @required
    id: String

    content: String
}

list Parcels {
    member: Parcel
}

structure SentParcel {
    @required
    id: String

    @required
    number: String
}

list SentParcels {
    member: SentParcel
}

structure FailedParcel {
    @required
    id: String

    code: String

    text: String

    senderFault: Boolean
}

list FailedParcels {
    member: FailedParcel
}

/// Puts readings; the answers come in their order.
@batch(
    name: "putAllReadings"
    entries: "readings"
    maxEntries: 3
    matching: { position: {} }
    results: "results"
    outcome: { status: "errorCode", message: "errorMessage", retry: ["Throttled"] }
    entryErrors: [Impossible]
)
operation PutReadings {
    input := {
        readings: Readings
    }

    output := {
        results: ReadingResults
    }

    errors: [
        Impossible
    ]
}

structure Reading {
    value: Integer
}

list Readings {
    member: Reading
}

structure ReadingResult {
    sequence: String
    errorCode: String
    errorMessage: String
}

list ReadingResults {
    member: ReadingResult
}

/// Records weights; the answers repeat them.
@batch(
    name: "recordAllWeights"
    entries: "weights"
    maxEntries: 4
    matching: { echo: { member: "weight", by: ["parcel", "at", "grams"] } }
    results: "results"
    unprocessed: "unprocessed"
    outcome: { status: "status", accepted: ["Recorded"], duplicate: ["Again"] }
)
operation RecordWeights {
    input := {
        @required
        weights: Weights
    }

    output := {
        results: WeightResults
        unprocessed: Weights
    }
}

structure Weight {
    @required
    parcel: String

    @required
    at: Timestamp

    grams: Integer

    notes: Notes
}

list Notes {
    member: String
}

list Weights {
    member: Weight
}

structure WeightResult {
    weight: Weight
    number: String
    status: WeightStatus
}

enum WeightStatus {
    RECORDED = "Recorded"
    AGAIN = "Again"
    UNKNOWN_PARCEL = "UnknownParcel"
}

list WeightResults {
    member: WeightResult
}

/// Removes tags; only those that are left are named.
@batch(entries: "tags", maxEntries: 2, matching: { echo: {} }, unprocessed: "unprocessed")
operation RemoveTags {
    input := {
        @required
        tags: Tags
    }

    output := {
        unprocessed: Tags
    }
}

structure Tag {
    @required
    name: String

    value: String
}

list Tags {
    member: Tag
}

@error("client")
structure Impossible {
    message: String
}

@error("client")
structure NoDepot {
    message: String
}

@error("server")
@retryable(throttling: true)
structure Busy {
    message: String
}
