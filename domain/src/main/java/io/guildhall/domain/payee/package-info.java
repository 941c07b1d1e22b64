/** Operators' accounts at a rail: where what they withdraw goes, and what the rail asks of them. */
@NullMarked
package io.guildhall.domain.payee;

import org.jspecify.annotations.NullMarked;
