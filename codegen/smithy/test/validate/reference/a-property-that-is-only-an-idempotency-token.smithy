$version: "2.0"
namespace shop.front
resource R { identifiers: { id: String }, properties: { tok: String }, create: C, read: G }
operation C { input := { @idempotencyToken tok: String } output := { @required id: String } }
@readonly operation G { input := { @required id: String } output := { @required id: String } }
