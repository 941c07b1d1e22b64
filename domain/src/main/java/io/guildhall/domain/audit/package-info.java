/** What admins did to the installation and why, kept for good. */
@NullMarked
package io.guildhall.domain.audit;

import org.jspecify.annotations.NullMarked;
