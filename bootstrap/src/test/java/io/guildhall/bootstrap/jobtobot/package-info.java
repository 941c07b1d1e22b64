/** The jobtobot door of the running service, as its published document has it. */
@NullMarked
package io.guildhall.bootstrap.jobtobot;

import org.jspecify.annotations.NullMarked;
