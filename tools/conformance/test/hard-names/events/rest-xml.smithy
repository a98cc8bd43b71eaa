$version: "2"

namespace hard.events

use aws.protocols#restXml

apply Streams @restXml
