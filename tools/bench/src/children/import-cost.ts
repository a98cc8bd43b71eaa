// Prints the CPU time of loading a package, in milliseconds: `import-cost <import|require>
// <package>`.
import { createRequire } from "node:module";

const [, , how, name = ""] = process.argv;
const require = createRequire(import.meta.url);
const before = process.cpuUsage();
if (how === "require") require(name);
else await import(name);
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1000);
