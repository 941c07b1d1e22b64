/**
 * What each port promises, as tests that every implementation must pass: the ones in memory here,
 * the ones on a database in their adapter.
 */
@NullMarked
package io.guildhall.application.contract;

import org.jspecify.annotations.NullMarked;
