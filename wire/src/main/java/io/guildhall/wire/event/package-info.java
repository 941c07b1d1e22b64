/**
 * Events as JSON, there and back without loss: what the outbox keeps is what every channel tells.
 */
@NullMarked
package io.guildhall.wire.event;

import org.jspecify.annotations.NullMarked;
