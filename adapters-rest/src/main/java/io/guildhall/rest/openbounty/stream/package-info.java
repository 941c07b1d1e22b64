/** The stream of all events, as much of it as is each caller's to hear. */
@NullMarked
package io.guildhall.rest.openbounty.stream;

import org.jspecify.annotations.NullMarked;
