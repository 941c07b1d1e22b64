/** What the tests of any module use of npm. */
@NullMarked
package io.guildhall.domain.npm;

import org.jspecify.annotations.NullMarked;
