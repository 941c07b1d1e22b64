@NullMarked
package io.guildhall.bootstrap.configuration;

import org.jspecify.annotations.NullMarked;
