package io.guildhall.rest.gate;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what outlasts the seconds in which another replica may not know yet that a key was revoked:
 * its caller is looked up anew, and not by what is remembered. Else whoever stole the key would
 * have another by then.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface CallerAnew {}
