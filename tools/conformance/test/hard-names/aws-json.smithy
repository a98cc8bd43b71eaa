$version: "2"

namespace hard

use aws.protocols#awsJson1_1

apply Names @awsJson1_1
