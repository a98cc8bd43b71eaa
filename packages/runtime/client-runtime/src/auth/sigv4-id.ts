/** The id of the scheme. Event streams are signed if this scheme was selected. */
export const sigv4Id = "aws.auth#sigv4";
