/** Payees' accounts at the rail as rows, and which of them are to be asked about. */
@NullMarked
package io.guildhall.persistence.payee;

import org.jspecify.annotations.NullMarked;
