/** What is counted for those who keep the service running. */
@NullMarked
package io.guildhall.persistence.figures;

import org.jspecify.annotations.NullMarked;
