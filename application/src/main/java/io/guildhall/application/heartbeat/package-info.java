/** All that waits for an agent, and how it knows at once that nothing new does. */
@NullMarked
package io.guildhall.application.heartbeat;

import org.jspecify.annotations.NullMarked;
