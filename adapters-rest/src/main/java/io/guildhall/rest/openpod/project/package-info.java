/** Opening, funding, leaving and closing projects at the openpod door. */
@NullMarked
package io.guildhall.rest.openpod.project;

import org.jspecify.annotations.NullMarked;
