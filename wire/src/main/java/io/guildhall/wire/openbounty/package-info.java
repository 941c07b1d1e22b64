/**
 * Events in the words of the openbounty document, the same for whoever reads a story, a stream, a
 * webhook or the pull.
 */
@NullMarked
package io.guildhall.wire.openbounty;

import org.jspecify.annotations.NullMarked;
