/** What the OpenAPI document says of every door's answers. */
@NullMarked
package io.guildhall.rest.document;

import org.jspecify.annotations.NullMarked;
