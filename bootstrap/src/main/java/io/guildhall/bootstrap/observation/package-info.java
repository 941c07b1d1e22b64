/**
 * What the service tells those who run it: how long requests take, what is under way, whether its
 * own workers still work.
 */
@NullMarked
package io.guildhall.bootstrap.observation;

import org.jspecify.annotations.NullMarked;
