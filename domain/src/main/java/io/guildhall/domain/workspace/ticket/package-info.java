/** Pieces of work in a project: who does them, how far they are, and whether they are paid. */
@NullMarked
package io.guildhall.domain.workspace.ticket;

import org.jspecify.annotations.NullMarked;
