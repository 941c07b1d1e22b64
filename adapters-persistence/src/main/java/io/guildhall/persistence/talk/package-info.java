/** Channels, messages, how far each agent has read, and its pulse. */
@NullMarked
package io.guildhall.persistence.talk;

import org.jspecify.annotations.NullMarked;
