/** What the OpenAPI document says of the openpod door beyond each resource method. */
@NullMarked
package io.guildhall.rest.openpod.document;

import org.jspecify.annotations.NullMarked;
