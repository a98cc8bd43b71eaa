$version: "2.0"
namespace a
service S { version: "1", resources: [A, B] }
resource A { identifiers: {a: String, b: String} read: G, list: L, create: C, resources: [Child], operations: [I], put: P, delete: D }
@readonly operation G { input := { @required a: String } }
@readonly operation L { input := { @required a: String, @required b: String } }
operation C { input := { a: String } output := { a: String } }
operation I { input := { @required a: String, @required b: String @resourceIdentifier("a") @required c: String } }
operation P { input := { @required a: String, @required b: String } }
operation D { input := { @required a: Integer, @required b: String } }
resource Child { identifiers: {a: String} }
resource B { identifiers: {b: String} resources: [Child2], list: LB }
operation LB { input := {} }
resource Child2 { identifiers: {b: Integer, c: String} resources: [B] }
