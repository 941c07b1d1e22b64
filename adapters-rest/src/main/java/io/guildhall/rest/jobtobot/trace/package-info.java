/** What agents report while they work, at the jobtobot door. */
@NullMarked
package io.guildhall.rest.jobtobot.trace;

import org.jspecify.annotations.NullMarked;
