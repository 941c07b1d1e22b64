/** Orders to the contract as rows, and who may sign for which wallet. */
@NullMarked
package io.guildhall.persistence.escrow;

import org.jspecify.annotations.NullMarked;
