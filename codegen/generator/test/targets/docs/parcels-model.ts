/** A small service with everything that pages show: examples, errors, enums, nested structures. */
export const parcelsModel = `
$version: "2.0"
namespace example.parcels
use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsJson1_1

@service(sdkId: "Parcel Post", docId: "parcelpost-2020-01-01")
@sigv4(name: "parcels")
@awsJson1_1
service Parcels { version: "2020-01-01", operations: [SendParcel] }

@examples([
    {
        title: "Send"
        input: { SentAt: "2026-11-01T05:00:00Z", Name: "it's", Express: true, Lines: [{ Kind: "A" }] }
        output: { Id: "1", ArrivesAt: "2026-11-02T00:00:00.5Z" }
    }
    { title: "Refuse", input: { Name: "file:///secret" }, error: { shapeId: Refused, content: { message: "no" } } }
])
operation SendParcel {
    input: SendInput
    output := { Id: String, ArrivesAt: Timestamp }
    errors: [Refused]
}
structure SendInput {
    Express: Boolean
    SentAt: Timestamp
    @required
    @length(min: 1, max: 9)
    Name: String
    Lines: Lines
}
list Lines { member: Line }
structure Line { Kind: Kind, Lines: Lines }
enum Kind { A, B }
@error("client")
@httpError(409)
structure Refused { message: ErrorText }
/// Text for people.
string ErrorText
`;
