$version: "2.0"
namespace a
service S { version: "1", operations: [O, o], rename: {"a#X": "Y", "a#Nope": "Z", "smithy.api#String": "Str", "a#W": "1", "a#O": "P"} }
operation O { input: X output: x errors: [Err, err] }
operation o { }
structure X { a: Y, w: W }
structure x {}
structure Y {}
structure W {}
@error("client") structure Err {}
@error("server") structure err {}
