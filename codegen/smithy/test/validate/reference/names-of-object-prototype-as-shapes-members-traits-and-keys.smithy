$version: "2.0"
metadata __proto__ = { a: 1, constructor: [1], __proto__: { toString: 1 } }
metadata constructor = 1
metadata hasOwnProperty = "x"
metadata toString = ["a"]
namespace a
@trait
structure constructor { __proto__: String, toString: Integer }
@trait
structure hasOwnProperty {}
@trait
document toString
@constructor(__proto__: "x", toString: 1)
structure S { __proto__: String, constructor: Integer, toString: S2, hasOwnProperty: Boolean = true }
@hasOwnProperty
@toString({ __proto__: 1, constructor: { valueOf: 2 } })
structure S2 { valueOf: S3 }
map S3 { key: String, value: String }
structure __proto__ {}
union U { __proto__: String, constructor: __proto__ }
enum E { __proto__, constructor = "toString", hasOwnProperty }
service Svc { version: "1" operations: [Op] rename: { "a#__proto__": "valueOf" } }
@examples([{title: "t", input: { __proto__: "a", constructor: 1, toString: {valueOf: {__proto__: "a", constructor: "b"}}, nope: 1 } }])
operation Op { input: S }
resource R { identifiers: { __proto__: String, constructor: String } properties: { toString: Integer, valueOf: String } create: C, read: G }
operation C { input := { toString: Integer valueOf: String } output := { @required __proto__: String, @required constructor: String } }
@readonly
operation G { input := { @required __proto__: String, @required constructor: String } }
