$version: "2.0"
namespace a
operation updateX { input := { b: Boolean = false
 a: Integer = 1 } }
operation PatchX { input := { b: Boolean = false } }
@http(method: "PATCH", uri: "/x") operation Accept { input := { b: Boolean = false } }
