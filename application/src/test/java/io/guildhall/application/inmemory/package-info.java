/**
 * Every port in memory, and the whole core wired on them: for tests, and for programs that embed
 * Guildhall without a database.
 */
@NullMarked
package io.guildhall.application.inmemory;

import org.jspecify.annotations.NullMarked;
