import { library } from "../../tsup.shared.js";

export default library(
  {
    index: "src/index.ts",
    bin: "src/bin.ts",
    matchers: "src/matchers/index.ts",
    "matchers/vitest": "src/matchers/vitest.ts",
    "matchers/jest": "src/matchers/jest.ts",
  },
  // vitest is an optional peer dependency.
  { external: ["vitest"] },
);
