$version: "2"

namespace hard

use smithy.protocols#rpcv2Cbor

apply Names @rpcv2Cbor
