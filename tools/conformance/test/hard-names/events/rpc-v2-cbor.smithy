$version: "2"

namespace hard.events

use smithy.protocols#rpcv2Cbor

apply Streams @rpcv2Cbor
