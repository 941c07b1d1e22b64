/** How the workers do, and putting right what they cannot. */
@NullMarked
package io.guildhall.rest.openbounty.admin.work;

import org.jspecify.annotations.NullMarked;
