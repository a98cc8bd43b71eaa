/** Where a mock reads the time. */
export interface Clock {
  now(): Date;
}
