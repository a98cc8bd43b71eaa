$version: "2.0"
namespace a
service S { version: "1", operations: [A,B,C,D,E,F,G,H,I,J] }
@readonly @http(method:"GET", uri:"/a/{x}") operation A { input := {@required @httpLabel x: String} }
@readonly @http(method:"GET", uri:"/a/{y}") operation B { input := {@required @httpLabel y: String} }
@readonly @http(method:"GET", uri:"/a/{x}?q") operation C { input := {@required @httpLabel x: String} }
@readonly @http(method:"GET", uri:"/a/{x}?q=1") operation D { input := {@required @httpLabel x: String} }
@readonly @http(method:"GET", uri:"/b/{x+}") operation E { input := {@required @httpLabel x: String} }
@readonly @http(method:"GET", uri:"/b/{x+}/c") operation F { input := {@required @httpLabel x: String} }
@readonly @http(method:"GET", uri:"/b/c") operation G { }
@readonly @http(method:"GET", uri:"/b/{p}") operation H { input := {@required @httpLabel p: P} }
@endpoint(hostPrefix: "x.") @readonly @http(method:"GET", uri:"/b/c") operation I { }
@readonly @http(method:"GET", uri:"/{x+}") operation J { input := {@required @httpLabel x: String} }
@pattern("^[a-b]+$") string P
