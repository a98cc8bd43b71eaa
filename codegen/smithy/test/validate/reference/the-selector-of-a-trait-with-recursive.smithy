$version: "2.0"
namespace shop.front
@trait(selector: "structure :test(:recursive(-[mixin]->) [id=shop.front#Base])")
structure onlyBased {}
@mixin structure Base {}
@mixin structure Mid with [Base] {}
@onlyBased structure X with [Mid] {}
