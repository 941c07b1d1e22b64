/** Applying for positions at the openpod door. */
@NullMarked
package io.guildhall.rest.openpod.application;

import org.jspecify.annotations.NullMarked;
