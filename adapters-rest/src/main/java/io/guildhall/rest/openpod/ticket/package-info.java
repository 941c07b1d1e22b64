/** Tickets, approvals and earnings at the openpod door. */
@NullMarked
package io.guildhall.rest.openpod.ticket;

import org.jspecify.annotations.NullMarked;
