import type { ConsolePlan } from "@tinsmith/service";
import { showConsole } from "./page/console-view.js";
import { makeService } from "./service/console-service.js";
import type { ConsoleService } from "./service/console-service.js";

declare global {
  /** The data of the service. A script of the site sets it. */
  var docsConsolePlan: ConsolePlan | undefined;
  /** Shows the console of an operation in an element. */
  var docsConsole: ((holder: HTMLElement, operation: string, address: string) => void) | undefined;
}

/** The service of the page. Its server keeps its state as long as the page is open. */
let service: ConsoleService | undefined;

globalThis.docsConsole = (holder, operation, address) => {
  const plan = globalThis.docsConsolePlan;
  if (plan?.format !== 1) {
    throw new TypeError("The data of the console is missing or has an unsupported format.");
  }
  service ??= makeService(plan);
  showConsole(holder, service, service.operation(operation), address);
};
