/** The source of time of a mock. */
export interface Clock {
  now(): Date;
}
