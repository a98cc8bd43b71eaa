/** Node's codes of connections that failed or were lost. */
export const lostConnection =
  /^(?:E(?:CONNRE(?:SET|FUSED)|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|AI_AGAIN)|ENOTFOUND)$/;
