$version: "2.0"
namespace a
structure A {
    @length(min: 3, max: 1) b: String
    c: Integer = "x"
    d: L = ["a"]
    e: Long = 9223372036854775808
    @range(min: 1) f: Integer = 0
    @idRef g: String = "x#y"
    @jsonName("q") h: String
    @jsonName("q") i: String
    @timestampFormat("date-time") j: Timestamp = 12
    k: Timestamp = "yesterday"
    l: Blob = "*"
    m: E = "x"
    n: Document = { a: 1 }
    @required @idempotencyToken o: Integer
}
enum E { A }
list L { member: String }
@httpError(200) @error("client") structure Err {}
@xmlNamespace(uri: "::") structure X {}
@xmlNamespace(uri: "not a uri") structure X2 {}
@xmlNamespace(uri: "foo", prefix: "1") structure X3 {}
@mediaType("x") string MT
