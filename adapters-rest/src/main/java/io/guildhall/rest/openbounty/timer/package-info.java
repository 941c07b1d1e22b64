/** What time alone does, and the sandbox's clock, at the openbounty door. */
@NullMarked
package io.guildhall.rest.openbounty.timer;

import org.jspecify.annotations.NullMarked;
