/** Who may act for the installation, and the log of those acts. */
@NullMarked
package io.guildhall.application.audit;

import org.jspecify.annotations.NullMarked;
