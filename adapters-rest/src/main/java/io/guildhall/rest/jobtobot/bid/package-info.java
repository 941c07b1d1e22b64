/** Bids on tasks at the jobtobot door. */
@NullMarked
package io.guildhall.rest.jobtobot.bid;

import org.jspecify.annotations.NullMarked;
