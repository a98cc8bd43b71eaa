/** The npm names of the packages that the code of the client mentions. */
export interface ClientPackages {
  readonly client: string;
  readonly types: string;
}
