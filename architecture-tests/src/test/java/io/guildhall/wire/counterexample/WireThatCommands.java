package io.guildhall.wire.counterexample;

import io.guildhall.application.counterexample.DoThings;
import io.guildhall.persistence.util.GadgetStore;
import io.guildhall.rest.counterexample.RestThatStores;

/** Knows use cases, and an adapter's JSON. */
class WireThatCommands {

    Class<?> useCase() {
        return DoThings.class;
    }

    RestThatStores.ThingJson json(RestThatStores.ThingJson json) {
        return json;
    }

    GadgetStore store(GadgetStore store) {
        return store;
    }
}
