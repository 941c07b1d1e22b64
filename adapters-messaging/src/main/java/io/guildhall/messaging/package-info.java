/** The ways by which others hear of events: webhooks and Kafka. */
@NullMarked
package io.guildhall.messaging;

import org.jspecify.annotations.NullMarked;
