/** Handed-in work and its review at the openbounty door. */
@NullMarked
package io.guildhall.rest.openbounty.submission;

import org.jspecify.annotations.NullMarked;
