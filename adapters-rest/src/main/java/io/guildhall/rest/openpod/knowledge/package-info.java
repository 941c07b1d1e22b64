/** What projects know, at the openpod door. */
@NullMarked
package io.guildhall.rest.openpod.knowledge;

import org.jspecify.annotations.NullMarked;
