$version: "2.0"
namespace a
service S { version: "1" operations: [Nope] resources: [R] }
resource R { identifiers: {id: Nope5} read: Nope7 }
structure T for Nope11 { a: String }
