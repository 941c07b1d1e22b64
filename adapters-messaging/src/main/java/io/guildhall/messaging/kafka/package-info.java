/** The stream of events on Kafka, for the systems of whoever runs this installation. */
@NullMarked
package io.guildhall.messaging.kafka;

import org.jspecify.annotations.NullMarked;
