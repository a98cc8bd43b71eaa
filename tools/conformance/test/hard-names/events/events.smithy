$version: "2"

namespace hard.events

use aws.api#service
use aws.auth#sigv4

/// Event streams with names that are problematic in JavaScript: in unions, headers, payloads and initial messages.
@sigv4(name: "streams")
@service(sdkId: "Streams")
service Streams {
    version: "2026-11-01"
    operations: [Tell, Listen]
}

@http(method: "POST", uri: "/tell")
operation Tell {
    input := {
        @httpHeader("x-constructor")
        constructor: String

        @httpPayload
        then: Events
    }
    output := {
        toString: Texts
    }
}

@http(method: "POST", uri: "/listen")
operation Listen {
    input := {
        valueOf: String
    }
    output := {
        @httpHeader("x-constructor")
        constructor: String

        @httpPayload
        __proto__: Events
    }
}

list Texts {
    member: String
}

@streaming
union Events {
    constructor: Plain
    __proto__: Headers
    then: Bytes
    toString: Text
    hasOwnProperty: Structured
    valueOf: Empty
    catch: Stopped
}

structure Plain {
    constructor: String
    __proto__: Texts
    toString: Inner
    then: Timestamp
}

structure Inner {
    valueOf: Integer
    __proto__: String
}

structure Headers {
    @eventHeader
    constructor: String

    @eventHeader
    __proto__: Integer

    @eventHeader
    toString: Boolean

    then: String
}

structure Bytes {
    @eventHeader
    valueOf: Timestamp

    @eventPayload
    constructor: Blob
}

structure Text {
    @eventPayload
    __proto__: String
}

structure Structured {
    @eventPayload
    then: Inner
}

structure Empty {}

@error("client")
structure Stopped {
    message: String
    constructor: String
    then: String
}
