/** For people who write programs: the four doors, with calls to copy. */
@NullMarked
package io.guildhall.web.developer;

import org.jspecify.annotations.NullMarked;
