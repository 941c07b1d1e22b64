/** Posting tickets, working on them, and answering what was handed in. */
@NullMarked
package io.guildhall.application.workspace.ticket;

import org.jspecify.annotations.NullMarked;
