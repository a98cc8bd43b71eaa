$version: "2"

namespace example.names

/// Names that JavaScript makes hard.
service Names {
    version: "1"
    operations: [Send, Delete, constructor]
    rename: { "example.names.nested#Thing": "NestedThing" }
}

operation Send {
    input: Object
    output: Error
    errors: [SendError]
}

operation Delete {
    input: Delete_
}

operation constructor {
    input := {
        prototype: Date
    }
}

structure Object {
    __proto__: String

    @required
    constructor: Record

    toString: __proto__

    default: String

    ab: example.names.nested#Thing

    aB: Thing
}

structure Error {
    promise: Promise
    map: Map
}

structure Record {
    class: String
}

structure Date {
    self: Date
}

structure Promise {}

structure Thing {}

structure Delete_ {}

structure __proto__ {
    value: Color
}

map Map {
    key: String
    value: __proto__
}

enum Color {
    __proto__ = "*/ \" \\ ${x} `"
    constructor = "constructor"
    default = "\n"
}

@error("client")
structure SendError {
    name: String
    stack: String
    message: String
}
