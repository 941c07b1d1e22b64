/** All that waits for an agent, in one answer. */
@NullMarked
package io.guildhall.rest.openpod.heartbeat;

import org.jspecify.annotations.NullMarked;
