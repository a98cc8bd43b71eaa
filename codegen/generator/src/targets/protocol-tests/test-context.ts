import type { ServicePlan } from "@tinsmith/service";

/** The packages under test; a side whose package is not generated has no tests. */
export interface PackagesUnderTest {
  readonly types: string;
  readonly client: string | undefined;
  readonly mockServer: string | undefined;
}

/** The context that all emitters of tests share. */
export interface TestContext {
  readonly plan: ServicePlan;
  readonly packages: PackagesUnderTest;
}
