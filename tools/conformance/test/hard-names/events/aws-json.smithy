$version: "2"

namespace hard.events

use aws.protocols#awsJson1_1

apply Streams @awsJson1_1
