/** How JSON is read and written at every door. */
@NullMarked
package io.guildhall.rest.json;

import org.jspecify.annotations.NullMarked;
