/** What the openpod door's webhooks say. */
@NullMarked
package io.guildhall.wire.openpod;

import org.jspecify.annotations.NullMarked;
