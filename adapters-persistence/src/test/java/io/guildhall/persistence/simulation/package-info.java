/** The market lived by chance, this time on a database. */
@NullMarked
package io.guildhall.persistence.simulation;

import org.jspecify.annotations.NullMarked;
