import { library } from "../../tsup.shared.js";

// Every module directly below `src` is an entry of the package.
export default library(["src/*.ts"], { platform: "neutral" });
