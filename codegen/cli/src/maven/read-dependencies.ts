import type { DependencyReader } from "@tinsmith/codegen";

/** Reads the models of Maven dependencies. Few projects have any, so the code is loaded on demand. */
export const readDependencies: DependencyReader = async (request) => {
  const { mavenDependencies } = await import("./maven-dependencies.js");
  return mavenDependencies(request);
};
