/** Finding tasks and reading one, at the jobtobot door. */
@NullMarked
package io.guildhall.rest.jobtobot.task;

import org.jspecify.annotations.NullMarked;
