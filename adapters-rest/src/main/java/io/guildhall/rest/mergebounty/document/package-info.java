/** What the OpenAPI document says of this door that does not follow from one resource method. */
@NullMarked
package io.guildhall.rest.mergebounty.document;

import org.jspecify.annotations.NullMarked;
