$version: "2"

namespace hard

use aws.protocols#restXml

apply Names @restXml
