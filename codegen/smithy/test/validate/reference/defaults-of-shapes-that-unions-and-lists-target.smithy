$version: "2.0"
namespace a
union U { a: String, b: I }
@default(1)
integer I
list L { member: I }
structure S { i: I, j: I = 2, k: I = null, @required l: I }
