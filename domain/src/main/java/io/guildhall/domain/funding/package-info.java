/** Whether new money is taken at present. */
@NullMarked
package io.guildhall.domain.funding;

import org.jspecify.annotations.NullMarked;
