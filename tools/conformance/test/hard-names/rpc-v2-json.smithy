$version: "2"

namespace hard

use smithy.protocols#rpcv2Json

apply Names @rpcv2Json
