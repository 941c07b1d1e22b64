package io.guildhall.rest.counterexample;

import io.guildhall.bootstrap.GuildhallConfig;
import io.guildhall.persistence.util.GadgetStore;

/** Knows another adapter, and bootstrap. */
public class RestThatStores {

    Class<?> bootstrap() {
        return GuildhallConfig.class;
    }

    GadgetStore store(GadgetStore store) {
        return store;
    }

    /** Leaves its adapter. */
    public record ThingJson(String text) {}
}
