/** Delivered work and what the quality gate says of it, at the jobtobot door. */
@NullMarked
package io.guildhall.rest.jobtobot.delivery;

import org.jspecify.annotations.NullMarked;
