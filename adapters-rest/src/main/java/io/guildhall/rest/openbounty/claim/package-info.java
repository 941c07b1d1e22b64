/** Claims at the openbounty door. */
@NullMarked
package io.guildhall.rest.openbounty.claim;

import org.jspecify.annotations.NullMarked;
