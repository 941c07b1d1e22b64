/** Disputes at the openbounty door. */
@NullMarked
package io.guildhall.rest.openbounty.dispute;

import org.jspecify.annotations.NullMarked;
