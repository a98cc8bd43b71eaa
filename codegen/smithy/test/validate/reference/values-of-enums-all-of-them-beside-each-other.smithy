$version: "2.0"
namespace a
enum A { A = "x", B = "x", C = "", d, E = 1, F = "1" }
intEnum B { A = 1, B = 1, C = 1.5, D = "x", E, F = 99999999999, g = 3, H = 1.0 }
enum Dup { A = "C", C }
