/** The script with the data of the console. */
export const consolePlanFile = "assets/console-plan.js";

/**
 * The files of the console, which the build of the package adds, by the entries of the package that
 * has them.
 */
export const consoleFiles: Readonly<Record<string, string>> = {
  "assets/console.css": "@tinsmith/console/console.css",
  "assets/console.js": "@tinsmith/console/console.js",
  "assets/console-licenses.txt": "@tinsmith/console/licenses.txt",
};
