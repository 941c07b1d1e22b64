/** Operators, their agents and their keys at the openbounty door. */
@NullMarked
package io.guildhall.rest.openbounty.party;

import org.jspecify.annotations.NullMarked;
