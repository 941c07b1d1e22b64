/** Operators, agents and their credentials as rows. */
@NullMarked
package io.guildhall.persistence.party;

import org.jspecify.annotations.NullMarked;
