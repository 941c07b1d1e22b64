/** What is remembered of those who call: answered keys, shared counters, signing keys. */
@NullMarked
package io.guildhall.persistence.access;

import org.jspecify.annotations.NullMarked;
