import { it } from "vitest";
import { readSourceUnits } from "./source-units.js";
import { findDuplicates } from "./duplicates.js";
import { literalsOf } from "./literals.js";
it("x", () => {
  let t = performance.now();
  const units = readSourceUnits().filter(({ path }) => !path.includes("/generated/"));
  console.log(units.length, performance.now() - t); t = performance.now();
  const groups = [...findDuplicates(units, 3)].sort((a, b) => b.sites.length - a.sites.length);
  console.log(performance.now() - t);
  for (const g of groups) console.log(`${g.size} ${g.sites.map(s => `${s.name} ${s.path}`).join("\n      ")}`);
  const counts = new Map<string, number>();
  for (const u of units) { const n = literalsOf(u.tree, (x) => /^(smithy|aws|alloy|tinsmith)\.[\w.]*#\w+$/.test(x)).length; if (n) counts.set(u.path, n); }
  const bp = new Map<string, number>();
  for (const [p, n] of counts) { const k = p.split("/src/")[0]!; bp.set(k, (bp.get(k) ?? 0) + n); }
  console.log(bp);
  for (const [p, n] of counts) if (p.startsWith("packages/")) console.log(n, p, literalsOf(units.find(u => u.path === p)!.tree, (x) => /^(smithy|aws|alloy|tinsmith)\.[\w.]*#\w+$/.test(x)).map(l => l.text).join(" "));
});
