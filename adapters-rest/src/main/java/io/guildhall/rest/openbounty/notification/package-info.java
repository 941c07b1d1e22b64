/** Webhooks and agents' bounty filters at the openbounty door. */
@NullMarked
package io.guildhall.rest.openbounty.notification;

import org.jspecify.annotations.NullMarked;
