$version: "2.0"
namespace a
use smithy.waiters#waitable
@waitable(
  A: { acceptors: [{state: "success", matcher: {output: {path: "status", comparator: "stringEquals", expected: "x"}}}], minDelay: 10, maxDelay: 5 }
  a: { acceptors: [{state: "retry", matcher: {errorType: "Nope"}}] }
  C: { acceptors: [{state: "success", matcher: {inputOutput: {path: "input.x == output.status", comparator: "booleanEquals", expected: "maybe"}}}] }
  D: { acceptors: [{state: "success", matcher: {output: {path: "list[].x", comparator: "allStringEquals", expected: "x"}}}] }
  E: { acceptors: [{state: "success", matcher: {output: {path: "n", comparator: "stringEquals", expected: "x"}}}] }
  F: { acceptors: [{state: "success", matcher: {output: {path: "((((", comparator: "stringEquals", expected: "x"}}}] }
  G: { acceptors: [{state: "success", matcher: {output: {path: "__proto__", comparator: "stringEquals", expected: "x"}}}] }
  H: { acceptors: [{state: "success", matcher: {output: {path: "constructor(@)", comparator: "stringEquals", expected: "x"}}}] }
  I: { acceptors: [{state: "success", matcher: {success: true}}, {state: "failure", matcher: {success: false}}] }
  J: { acceptors: [{state: "failure", message: "x", matcher: {success: false}},{state: "success", matcher: {success: true}}] }
  K: { acceptors: [{state: "success", message: "list", matcher: {success: true}}] }
  L: { acceptors: [{state: "success", message: "{output.status", matcher: {success: true}}] }
)
operation O { input := { x: String } output := { status: String, n: Integer, list: L } }
list L { member: M }
structure M { x: String }
