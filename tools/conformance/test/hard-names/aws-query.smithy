$version: "2"

namespace hard

use aws.protocols#awsQuery

apply Names @awsQuery
