$version: "2"

namespace hard

use aws.protocols#restJson1

apply Names @restJson1
