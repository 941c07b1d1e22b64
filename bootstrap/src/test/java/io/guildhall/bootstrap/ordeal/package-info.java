/**
 * Each fault that the service has to live through, done to the packaged service while callers go
 * on. Short here; {@code benchmarks/faults} does all of them long and prints what they came to.
 */
@NullMarked
package io.guildhall.bootstrap.ordeal;

import org.jspecify.annotations.NullMarked;
