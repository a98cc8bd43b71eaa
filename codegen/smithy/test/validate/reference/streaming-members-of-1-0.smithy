$version: "1.0"
namespace a
@streaming
blob S
structure O { body: S, @required other: S }
