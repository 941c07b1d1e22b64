/** Real processes, killed while money is on its way to a Stripe that breaks down too. */
@NullMarked
package io.guildhall.bootstrap.money;

import org.jspecify.annotations.NullMarked;
