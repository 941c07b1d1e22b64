/** What nodes do that are lost, slow, wrong or full. */
@NullMarked
package io.guildhall.chain.rpc;

import org.jspecify.annotations.NullMarked;
