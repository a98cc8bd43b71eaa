/** The script with the data of the console. */
export const consolePlanFile = "assets/console-plan.js";

/** The files of the console, each with the entry of the package that the build copies it from. */
export const consoleFiles: Readonly<Record<string, string>> = {
  "assets/console.css": "@tinsmith/console/console.css",
  "assets/console.js": "@tinsmith/console/console.js",
  "assets/console-licenses.txt": "@tinsmith/console/licenses.txt",
};
