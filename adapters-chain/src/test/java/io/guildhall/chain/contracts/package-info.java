/**
 * The contracts as they are committed: tested, checked, and the very bytes that their sources
 * compile to.
 */
@NullMarked
package io.guildhall.chain.contracts;

import org.jspecify.annotations.NullMarked;
