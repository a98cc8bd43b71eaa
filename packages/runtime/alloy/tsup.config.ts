import { library } from "../../../tsup.shared.js";

export default library(["src/index.ts", "src/server.ts", "src/dynamic.ts", "src/tinsmith.ts"], {
  platform: "neutral",
});
