/** How operators say where their money goes, and how the rail's word on it is followed. */
@NullMarked
package io.guildhall.application.payee;

import org.jspecify.annotations.NullMarked;
