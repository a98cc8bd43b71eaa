$version: "2.0"

namespace example.library

apply Library @aws.protocols#awsJson1_1
