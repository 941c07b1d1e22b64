/**
 * Access tokens: what a caller gets for its key and shows for an hour, and the key pairs that sign
 * them.
 */
@NullMarked
package io.guildhall.rest.token;

import org.jspecify.annotations.NullMarked;
