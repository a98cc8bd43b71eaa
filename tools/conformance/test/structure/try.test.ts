import { it } from "vitest";
import { readSourceUnits } from "./source-units.js";
import { importGraph, groupGraph, importsOf } from "./imports.js";
import { findCircles } from "./circles.js";
it("x", () => {
  let t = performance.now();
  const units = readSourceUnits();
  console.log(units.length, performance.now() - t); t = performance.now();
  const graph = importGraph(units);
  console.log("graph", performance.now() - t); t = performance.now();
  console.log(findCircles(graph));
  for (const pkg of new Set(units.map(u => u.packageFolder))) {
    const g = groupGraph(new Map([...graph].filter(([p]) => p.startsWith(pkg + "/src/"))), (p) => p.slice(pkg.length + 5).split("/").slice(0, -1)[0] ?? undefined);
    console.log(pkg, findCircles(g));
    console.log([...g].map(([k, v]) => `${k} -> ${[...v].join(" ")}`).join("\n"));
  }
  const ext = new Map<string, Set<string>>();
  for (const u of units) for (const i of importsOf(u.tree)) if (/^@?(tinsmith|marketplace)/.test(i.specifier)) { const s = ext.get(u.packageFolder) ?? new Set(); s.add(i.specifier); ext.set(u.packageFolder, s); }
  console.log(ext);
  // folder/file
  const files = new Set(units.map(u => u.path.replace(/\.ts$/, "")));
  const folders = new Set(units.flatMap(u => { const p = u.path.split("/"); return p.map((_, i) => p.slice(0, i).join("/")); }));
  console.log([...files].filter(f => folders.has(f)));
});
