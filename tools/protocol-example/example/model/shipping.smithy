$version: "2"

namespace parcel.shipping

use parcel.protocols#parcelJson
use parcel.protocols#tagged
use smithy.framework#ValidationException

/// Sends parcels.
@parcelJson(errorHeader: "X-Shipping-Error")
@title("Parcel Shipping")
service Shipping {
    version: "2026-11-01"
    operations: [
        GetShipment
        SendParcel
    ]
    errors: [
        ValidationException
    ]
}

@http(method: "POST", uri: "/parcels", code: 201)
operation SendParcel {
    input := {
        @required
        @length(min: 1, max: 40)
        recipient: String

        @required
        payment: Payment

        @jsonName("pick_up")
        pickUp: Timestamp

        weights: Weights

        @httpHeader("x-priority")
        priority: Integer
    }

    output := {
        @required
        parcelId: String

        @required
        payment: Payment

        @httpHeader("x-depot")
        depot: String
    }

    errors: [
        CardDeclined
        DepotClosed
    ]
}

@readonly
@http(method: "GET", uri: "/parcels/{parcelId}")
operation GetShipment {
    input := {
        @required
        @httpLabel
        parcelId: String

        @httpQuery("fields")
        fields: Fields
    }

    output := {
        history: Steps
    }

    errors: [
        NoSuchParcel
    ]
}

list Weights {
    member: Double
}

list Fields {
    member: String
}

list Steps {
    member: Step
}

@tagged("kind")
union Payment {
    card: Card
    invoice: Invoice
    cash: Cash
}

structure Card {
    @required
    @pattern("^\\d{4}$")
    lastDigits: String
}

structure Invoice {
    account: Long

    due: Timestamp
}

structure Cash {}

/// A union without the trait has the usual form. It leads back to itself.
union Step {
    scanned: String
    split: Steps
    paid: Payment
}

@error("client")
@httpError(402)
structure CardDeclined {
    message: String

    @required
    payment: Payment

    @httpHeader("x-retry-in")
    retryIn: Integer
}

@error("client")
@httpError(404)
structure NoSuchParcel {
    message: String
}

@error("server")
@httpError(503)
structure DepotClosed {}
