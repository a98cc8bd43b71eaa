$version: "2"

namespace hard.events

use smithy.protocols#rpcv2Json

apply Streams @rpcv2Json
