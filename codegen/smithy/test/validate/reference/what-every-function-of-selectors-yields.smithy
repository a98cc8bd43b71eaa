$version: "2.0"
metadata validators = [
 {name: "EmitEachSelector", id: "A", configuration: {selector: ":constructor(*)"}}
 {name: "EmitEachSelector", id: "B", configuration: {selector: "[trait|a#__proto__]"}}
 {name: "EmitEachSelector", id: "C", configuration: {selector: "[id|name=constructor]"}}
 {name: "EmitEachSelector", id: "D", configuration: {selector: "[trait|a#t|__proto__=1]"}}
 {name: "EmitEachSelector", id: "E", configuration: {selector: "structure ~> member ~> string"}}
 {name: "EmitEachSelector", id: "F", configuration: {selector: "$v(*) ~> [@: @{var|v|id} = @{id}]"}}
 {name: "EmitEachSelector", id: "G", configuration: {selector: "string :recursive(< structure)"}}
 {name: "EmitEachSelector", id: "H", configuration: {selector: ":topdown(service)"}}
 {name: "EmitEachSelector", id: "I", configuration: {selector: ":topdown([trait|title], [trait|tags])"}}
 {name: "EmitEachSelector", id: "J", configuration: {selector: "structure > :each(member > string, member > integer)"}}
 {name: "EmitEachSelector", id: "K", configuration: {selector: ":recursive(>) [id|name=constructor]"}}
 {name: "EmitEachSelector", id: "L", configuration: {selector: ":test(~> :recursive(-[mixin]->))"}}
 {name: "constructor"}
 {name: "__proto__", id: "x"}
 {name: "EmitNoneSelector", id: "toString", configuration: {selector: "float"}}
]
namespace a
@trait
document t
@trait
structure __proto__ {}
@t({__proto__: 1})
@__proto__
structure constructor { a: S, b: I, c: constructor }
@t({__proto__: 2})
string S
integer I
@title("x") service Svc { version: "1", resources: [R], operations: [] }
@tags(["a"]) resource R { resources: [R2] }
resource R2 {}
