$version: "2.0"
namespace a
@documentation("abc
structure B {
}
