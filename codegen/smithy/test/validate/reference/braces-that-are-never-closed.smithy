$version: "2.0"
namespace a
structure A {
    a: String
structure B {
}
