/** What every use case is handed, whatever it is about. */
@NullMarked
package io.guildhall.application.shared;

import org.jspecify.annotations.NullMarked;
