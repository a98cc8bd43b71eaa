$version: "2.0"
namespace a
service S { version: "1", operations: [A, B] }
@readonly @paginated(inputToken: "t", outputToken: "n", items: "l", pageSize: "p")
operation A { input := { @required t: String, @required p: Integer } output := { @required n: String, @required l: L } }
@readonly @paginated(inputToken: "t", outputToken: "n", items: "l", pageSize: "p")
operation B { input := { t: E, p: IE } output := { n: E, l: L } }
list L { member: String }
enum E { A }
intEnum IE { A = 1 }
