$version: "2"

namespace alloy.proto

use alloy#openEnum
use alloy#uncheckedExamples

/// gRPC. Tinsmith has no implementation of it.
@protocolDefinition(
    traits: [
        protoReservedFields
        protoIndex
        protoNumType
        protoTimestampFormat
        protoEnumFormat
        protoEnabled
        uncheckedExamples
    ]
)
@trait(selector: "service")
structure grpc {}

/// The number of a member in a protobuf message.
@trait(selector: ":is(structure > member,union > member,enum > member, intEnum > member)")
integer protoIndex

/// The protobuf type of an integer or a long.
@trait(selector: ":test(integer, long, member > :test(integer, long))")
enum protoNumType {
    SIGNED
    UNSIGNED
    FIXED
    FIXED_SIGNED
}

/// The form of a timestamp in protobuf: a message, milliseconds, or a string.
@trait(selector: ":test(timestamp, member > timestamp)")
enum protoTimestampFormat {
    PROTOBUF
    EPOCH_MILLIS
    RFC3339_STRING
}

/// The form of a timestamp with an offset in protobuf: a message or a string.
@trait(selector: ":test(* [trait|alloy#offsetDateTimeFormat], member > * [trait|alloy#offsetDateTimeFormat])")
enum protoOffsetDateTimeFormat {
    PROTOBUF
    RFC3339_STRING
}

/// The form of an enum in protobuf: a number or a string.
@trait(selector: ":test(enum :not([trait|alloy#openEnum]), member > enum :not([trait|alloy#openEnum]))")
enum protoEnumFormat {
    ORDINAL
    STRING_VALUE
}

/// Names and numbers that members of a structure must not have in protobuf.
@trait(selector: "structure")
list protoReservedFields {
    member: ReservedFieldsDefinition
}

union ReservedFieldsDefinition {
    name: String
    number: Integer
    range: Range
}

structure Range {
    @required
    start: Integer

    @required
    end: Integer
}

/// Converts a service or structure to protobuf that no gRPC service reaches.
@trait(selector: ":test(structure, service)")
structure protoEnabled {}

/// Writes a union as a `oneof` of the one message that uses it.
@trait(selector: "union")
structure protoInlinedOneOf {}

/// Wraps a value in a message, so that a missing value differs from the default of its type.
@trait(selector: ":test(simpleType, list, map, member > simpleType, member > list, member > map)")
structure protoWrapped {}

/// Writes a UUID as two numbers of 64 bits.
@trait(selector: ":test(string [trait|alloy#uuidFormat], member > string [trait|alloy#uuidFormat], member [trait|alloy#uuidFormat] > string)")
structure protoCompactUUID {}

/// Writes a date as a number of days.
@trait(selector: ":test(string [trait|alloy#dateFormat], member > string [trait|alloy#dateFormat], member [trait|alloy#dateFormat] > string)")
structure protoCompactLocalDate {}

/// Writes a time of day as seconds and nanoseconds.
@trait(selector: ":test(string [trait|alloy#localTimeFormat], member > string [trait|alloy#localTimeFormat], member [trait|alloy#localTimeFormat] > string)")
structure protoCompactLocalTime {}

/// Writes a month of a year as two numbers.
@trait(selector: ":test(string [trait|alloy#yearMonthFormat], member > string [trait|alloy#yearMonthFormat], member [trait|alloy#yearMonthFormat] > string)")
structure protoCompactYearMonth {}

/// Writes a day of every year as two numbers.
@trait(selector: ":test(string [trait|alloy#monthDayFormat], member > string [trait|alloy#monthDayFormat], member [trait|alloy#monthDayFormat] > string)")
structure protoCompactMonthDay {}

/// The result of a gRPC call.
@openEnum
intEnum GrpcStatusCode {
    OK = 0
    CANCELLED = 1
    UNKNOWN = 2
    INVALID_ARGUMENT = 3
    DEADLINE_EXCEEDED = 4
    NOT_FOUND = 5
    ALREADY_EXISTS = 6
    PERMISSION_DENIED = 7
    RESOURCE_EXHAUSTED = 8
    FAILED_PRECONDITION = 9
    ABORTED = 10
    OUT_OF_RANGE = 11
    UNIMPLEMENTED = 12
    INTERNAL = 13
    UNAVAILABLE = 14
    DATA_LOSS = 15
    UNAUTHENTICATED = 16
}

/// The status of an error in gRPC.
@trait(selector: "structure[trait|smithy.api#error]")
structure grpcError {
    @required
    code: Integer

    message: String
}

/// The member of an error that is its message in gRPC.
@trait(selector: "structure[trait|alloy.proto#grpcError] > member :test(> string)", structurallyExclusive: "member")
structure grpcErrorMessage {}

structure ProtobufAny {
    @protoIndex(1)
    typeUrl: String

    @protoIndex(2)
    value: Blob
}

list ProtobufAnyList {
    member: ProtobufAny
}

structure GoogleRpcStatus {
    @protoIndex(1)
    code: Integer

    @protoIndex(2)
    message: String

    @protoIndex(3)
    details: ProtobufAnyList
}
