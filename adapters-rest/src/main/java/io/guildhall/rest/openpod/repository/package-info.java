/** A project's repository at GitHub; these answers are bare, as the document has them. */
@NullMarked
package io.guildhall.rest.openpod.repository;

import org.jspecify.annotations.NullMarked;
