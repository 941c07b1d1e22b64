/** Everything about one bounty. */
@NullMarked
package io.guildhall.rest.openbounty.admin.story;

import org.jspecify.annotations.NullMarked;
