/** One 128-bit id, dressed the way each door shows it, and undressed again. */
@NullMarked
package io.guildhall.wire.id;

import org.jspecify.annotations.NullMarked;
