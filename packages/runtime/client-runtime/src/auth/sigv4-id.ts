/** The id of the scheme: streams of events are signed where it was selected. */
export const sigv4Id = "aws.auth#sigv4";
