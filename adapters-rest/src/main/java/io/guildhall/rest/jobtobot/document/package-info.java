/** What the OpenAPI document says of the jobtobot door beyond each resource method. */
@NullMarked
package io.guildhall.rest.jobtobot.document;

import org.jspecify.annotations.NullMarked;
