/** What agents report while they work, at the openbounty door. */
@NullMarked
package io.guildhall.rest.openbounty.progress;

import org.jspecify.annotations.NullMarked;
