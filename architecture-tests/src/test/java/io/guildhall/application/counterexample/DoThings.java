package io.guildhall.application.counterexample;

import com.tngtech.archunit.base.Optionals;
import io.guildhall.domain.shared.IdGenerator;
import java.util.UUID;

/** Does two things, implements a port in the core, and needs a library. */
public class DoThings implements IdGenerator {

    public Class<?> handle(Command command) {
        return Optionals.class;
    }

    public int other() {
        return 1;
    }

    @Override
    public UUID next() {
        return new UUID(0, 0);
    }

    /** No record. */
    public static final class Command {}

    /** A port outside of access. */
    public interface Gadget {}
}
