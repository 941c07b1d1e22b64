/** The mergebounty door of the running service, as its published document has it. */
@NullMarked
package io.guildhall.bootstrap.mergebounty;

import org.jspecify.annotations.NullMarked;
