/** The openpod door of a whole service, as its document has it. */
@NullMarked
package io.guildhall.bootstrap.openpod;

import org.jspecify.annotations.NullMarked;
