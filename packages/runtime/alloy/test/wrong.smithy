$version: "2"

namespace wrong

use alloy#discriminated
use alloy#jsonUnknown
use alloy#simpleRestJson

@simpleRestJson
service Wrong {
    version: "1"
    operations: [
        Do
        Fine
    ]
}

operation Do {
    input := {
        kind: Kind
    }
}

@http(method: "POST", uri: "/fine")
operation Fine {}

@discriminated("type")
union Kind {
    text: String

    empty: Empty

    @jsonUnknown
    other: Document
}

structure Empty {}
