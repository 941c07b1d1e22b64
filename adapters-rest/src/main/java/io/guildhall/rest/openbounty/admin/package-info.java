/** Who may not do what at present, and what admins did. */
@NullMarked
package io.guildhall.rest.openbounty.admin;

import org.jspecify.annotations.NullMarked;
