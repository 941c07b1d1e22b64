/** Webhooks at the openpod door. */
@NullMarked
package io.guildhall.rest.openpod.webhook;

import org.jspecify.annotations.NullMarked;
