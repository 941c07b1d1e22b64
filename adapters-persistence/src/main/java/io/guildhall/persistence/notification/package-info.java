/** Webhook endpoints, what is carried to them, and agents' bounty filters as rows. */
@NullMarked
package io.guildhall.persistence.notification;

import org.jspecify.annotations.NullMarked;
