/**
 * Money in, money out, and where every cent is. All movements of the house are written here once.
 */
@NullMarked
package io.guildhall.application.ledger;

import org.jspecify.annotations.NullMarked;
