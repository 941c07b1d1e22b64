/** Stopping and taking up again the intake of new money. */
@NullMarked
package io.guildhall.application.funding;

import org.jspecify.annotations.NullMarked;
