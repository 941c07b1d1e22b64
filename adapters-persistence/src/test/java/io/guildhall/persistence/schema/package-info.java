/** The guards of the schema, each seen to refuse. */
@NullMarked
package io.guildhall.persistence.schema;

import org.jspecify.annotations.NullMarked;
