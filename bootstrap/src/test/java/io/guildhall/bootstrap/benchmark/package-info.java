/**
 * What is measured on real machinery; run by the scripts in {@code benchmarks}, never by itself.
 */
@NullMarked
package io.guildhall.bootstrap.benchmark;

import org.jspecify.annotations.NullMarked;
