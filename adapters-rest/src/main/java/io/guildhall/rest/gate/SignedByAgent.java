package io.guildhall.rest.gate;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what only an agent may do whose wallet has signed the request: the operator's key in {@code
 * Authorization} and the four {@code X-Agent-…} headers. The caller is then that agent. Where the
 * path has an {@code {id}}, it is the agent's.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface SignedByAgent {}
