// Runs the calls with the ES modules, and then with the CommonJS modules.
import { createRequire } from "node:module";
import * as client from "@marketplace-metering/client";
import * as mock from "@marketplace-metering/mock-server";
import calls from "./calls.cjs";

const require = createRequire(import.meta.url);
const modules = await calls(client, mock);
const commonJs = await calls(
  require("@marketplace-metering/client"),
  require("@marketplace-metering/mock-server"),
);
console.log(JSON.stringify({ modules, commonJs }));
