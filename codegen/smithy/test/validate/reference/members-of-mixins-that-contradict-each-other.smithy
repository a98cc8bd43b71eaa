$version: "2.0"
namespace a
@mixin structure A { a: String, b: Integer }
@mixin structure B { a: Integer }
structure C with [A, B] {}
structure D with [A, B] { a: Boolean }
structure E with [A] { a: String }
structure F with [A] { a: Integer, $b }
structure G with [A] { $c }
@mixin structure H with [A] {}
structure I with [H, A] {}
structure J with [Missing] {}
structure K with [C] {}
string KK with [A]
