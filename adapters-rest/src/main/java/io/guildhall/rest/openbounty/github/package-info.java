/** An operator's account at GitHub, and our comments there. */
@NullMarked
package io.guildhall.rest.openbounty.github;

import org.jspecify.annotations.NullMarked;
