$version: "2"

namespace hard.events

use aws.protocols#restJson1

apply Streams @restJson1
