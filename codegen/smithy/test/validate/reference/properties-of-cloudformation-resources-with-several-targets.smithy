$version: "2.0"
namespace a
use aws.cloudformation#cfnResource
use aws.cloudformation#cfnMutability
use aws.cloudformation#cfnAdditionalIdentifier
use aws.cloudformation#cfnExcludeProperty
service S { version: "1", resources: [R, R2, R3] }
@cfnResource(primaryIdentifier: "nope")
resource R { identifiers: {id: String} properties: { p: String, q: Integer } create: C, read: G, update: U }
operation C { input := { p: String, q: Integer, @notProperty x: String } output := { @required id: String } }
@readonly operation G { input := { @required id: String @notProperty @cfnAdditionalIdentifier arn: String } output := { p: String, @notProperty x: Integer, @notProperty arn: Integer } }
operation U { input := { @required id: String, @cfnMutability("write") @cfnAdditionalIdentifier p: String, q: Integer } }
@cfnResource(name: "Foo", additionalSchemas: [Extra], primaryIdentifier: "q")
resource R2 { identifiers: {id2: String} properties: { p: String, q: Integer } create: C2, read: G2 }
operation C2 { input := { p: String, q: Integer } output := { @required id2: String } }
@readonly operation G2 { input := { @required id2: String } output := { p: String } }
structure Extra { p: Integer, q: Long, @cfnExcludeProperty r: String, @cfnAdditionalIdentifier s: String }
@cfnResource
resource R3 { identifiers: {id3: String} create: C3, read: G3 }
operation C3 { input := { a: String, b: String } output := { @required id3: String } }
@readonly operation G3 { input := { @required id3: String } output := { a: Integer, @cfnExcludeProperty b: Integer } }
