$version: "2.0"
namespace greet
service S { version: "1" operations: [Greet] }
operation Greet {
    input := { @length(min: 3) name: String }
    output: Greeted
    errors: [Nope]
}
structure Greeted { @required message: String }
@error("client")
structure Nope { @required message: String }
apply Greet @examples([
    { title: "ok" output: { message: "hi" } }
    { title: "bad" error: { shapeId: Nope, content: { message: "no" } } }
    { title: "low" input: { name: "x" } allowConstraintErrors: true error: { shapeId: Nope, content: { message: "no" } } }
    { title: "both" output: { message: "hi" } error: { shapeId: Nope, content: {} } }
    { title: "notbound" error: { shapeId: "other#X", content: {} } }
    { title: "unknown member" input: { nam: "x" } output: { message: "hi", extra: 1 } }
])
