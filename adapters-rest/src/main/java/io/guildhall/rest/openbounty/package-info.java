/**
 * The openbounty door, which is also the platform's own API: what all of its resources have in
 * common.
 */
@NullMarked
package io.guildhall.rest.openbounty;

import org.jspecify.annotations.NullMarked;
