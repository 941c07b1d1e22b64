/**
 * Asks the nodes of a chain by JSON-RPC: which of them, for how long, and what their answers mean
 * before anybody looks into them.
 */
@NullMarked
package io.guildhall.chain.rpc;

import org.jspecify.annotations.NullMarked;
