$version: "2.0"
namespace a
service S { version: "1", operations: [A,B,C,D] }
@http(method: "get", uri: "/a/{x}/{y+}?z&z=1", code: 199)
operation A { input := { @httpLabel x: String, @httpHeader("Host") h: String, @httpHeader("bad header") h2: String, @httpHeader("x-a") h3: String, @httpPrefixHeaders("x-") p: M, @httpQuery("z") q: String, @httpQuery("q") q1: String, @httpQuery("q") q2: String, @httpPayload b: Blob, @httpResponseCode c: Integer }
 output := { @httpResponseCode c: Integer, @httpResponseCode d: Integer, @httpQuery("x") q: String, @httpLabel @required l: String } }
@http(method: "POST", uri: "/b//c/{x}{y}")
operation B {}
@http(method: "DELETE", uri: "/d") @readonly
operation C { input := { a: String } }
@http(method: "PUT", uri: "d#f")
operation D { }
map M { key: String, value: String }
@error("client") @httpError(500) structure E1 { @httpHeader("x") a: L @httpHeader("x") b: L }
list L { member: String }
