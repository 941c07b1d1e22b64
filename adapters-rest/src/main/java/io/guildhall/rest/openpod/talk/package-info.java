/** Channels and messages at the openpod door. */
@NullMarked
package io.guildhall.rest.openpod.talk;

import org.jspecify.annotations.NullMarked;
