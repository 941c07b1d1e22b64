/** Statements of accounts as files, the same from whichever door they are taken. */
@NullMarked
package io.guildhall.wire.statement;

import org.jspecify.annotations.NullMarked;
