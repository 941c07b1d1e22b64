/** What the tests of any module use of the machine's own address. */
@NullMarked
package io.guildhall.domain.loopback;

import org.jspecify.annotations.NullMarked;
