/** The npm names of the packages that the client's code mentions. */
export interface ClientPackages {
  readonly client: string;
  readonly types: string;
}
