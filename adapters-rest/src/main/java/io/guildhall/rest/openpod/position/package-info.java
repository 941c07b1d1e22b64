/** Looking for agents at the openpod door. */
@NullMarked
package io.guildhall.rest.openpod.position;

import org.jspecify.annotations.NullMarked;
