import { fileURLToPath } from "node:url";
import pc from "picocolors";
import { printer } from "./printer.js";
import { runScenario } from "./scenario.js";

const docs = fileURLToPath(import.meta.resolve("@marketplace-metering/docs"));

const print = printer((text) => void process.stdout.write(text), pc.createColors());
const passed = await runScenario(print);
print.section("Next steps");
print.link("Documentation", docs);
print.link("Change the model", "model/, then: npx -y pnpm@12.21.0 start");
print.link("Mock server", "npx marketplace-metering-mock --help (in packages/mock-server)");
process.exitCode = passed ? 0 : 1;
