$version: "2.0"

// The simple shapes that every model can name without a namespace.
namespace smithy.api

blob Blob

boolean Boolean

string String

byte Byte

short Short

integer Integer

long Long

float Float

double Double

bigInteger BigInteger

bigDecimal BigDecimal

timestamp Timestamp

document Document

// The boxed and unboxed variants of Smithy 1.0, which are expressed by defaults.
@default(false)
boolean PrimitiveBoolean

@default(0)
byte PrimitiveByte

@default(0)
short PrimitiveShort

@default(0)
integer PrimitiveInteger

@default(0)
long PrimitiveLong

@default(0)
float PrimitiveFloat

@default(0)
double PrimitiveDouble

/// The type of an operation's missing input or output, and of a union member without a value.
@unitType
structure Unit {}

/// Marks the one shape that represents "no meaningful value", `smithy.api#Unit`.
@trait(selector: "[id=smithy.api#Unit]")
structure unitType {}

@private
@length(min: 1)
string NonEmptyString

@private
list NonEmptyStringList {
    member: NonEmptyString
}

@private
map NonEmptyStringMap {
    key: NonEmptyString
    value: NonEmptyString
}
