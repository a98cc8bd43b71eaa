$version: "2"

namespace hard

use aws.protocols#ec2Query

apply Names @ec2Query
