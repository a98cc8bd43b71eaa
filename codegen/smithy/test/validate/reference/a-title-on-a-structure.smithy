$version: "2.0"
namespace shop.front
@title("A user")
structure User {}
