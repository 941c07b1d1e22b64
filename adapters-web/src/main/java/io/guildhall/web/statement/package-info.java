/** What moved on an operator's accounts in a period, to read and to take along. */
@NullMarked
package io.guildhall.web.statement;

import org.jspecify.annotations.NullMarked;
