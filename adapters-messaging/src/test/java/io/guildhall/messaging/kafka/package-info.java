@NullMarked
package io.guildhall.messaging.kafka;

import org.jspecify.annotations.NullMarked;
