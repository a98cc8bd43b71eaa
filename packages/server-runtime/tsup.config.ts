import { library } from "../../tsup.shared.js";

export default library(["src/index.ts", "src/cli.ts", "src/samples.ts", "src/state.ts"], {
  // An optional dependency, which tsup does not leave alone by itself.
  external: ["@libsql/client"],
});
