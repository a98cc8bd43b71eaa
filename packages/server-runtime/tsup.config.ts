import { library } from "../../tsup.shared.js";

export default library(
  {
    index: "src/index.ts",
    cli: "src/cli.ts",
    samples: "src/samples.ts",
    resources: "src/resources.ts",
    state: "src/state.ts",
    fetch: "src/fetch.ts",
    "request-handler": "src/request-handler.ts",
    matchers: "src/matchers.ts",
    "matchers/vitest": "src/matchers/vitest.ts",
    "matchers/jest": "src/matchers/jest.ts",
  },
  {
    // Optional dependencies, which tsup does not leave alone by itself.
    external: ["@libsql/client", "selfsigned", "vitest"],
  },
);
