import { library } from "../../tsup.shared.js";

export default library(["src/index.ts", "src/params.ts"], { platform: "neutral" });
