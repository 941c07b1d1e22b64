package io.guildhall.application.simulation;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Ports;
import io.guildhall.application.inmemory.ScriptedGate;
import io.guildhall.application.inmemory.ScriptedPaymentProvider;
import io.guildhall.application.inmemory.TestClock;
import io.guildhall.application.inmemory.UseCases;

/**
 * What a simulation is lived on: any set of ports, with a clock and a rail that do as they are
 * told.
 */
public record Ground(
        Ports ports,
        UseCases use,
        TestClock clock,
        ScriptedPaymentProvider provider,
        ScriptedGate gate) {

    static Ground inMemory(long seed) {
        var guildhall = new InMemoryGuildhall(seed, InMemoryGuildhall.OPENING);
        return new Ground(
                guildhall.ports(),
                guildhall.useCases,
                guildhall.clock,
                guildhall.provider,
                guildhall.qualityGate);
    }
}
