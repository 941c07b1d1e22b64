/** Events carried over HTTP to receivers that nobody here knows, and to no other machine. */
@NullMarked
package io.guildhall.messaging.webhook;

import org.jspecify.annotations.NullMarked;
