package io.guildhall.persistence.contract;

import io.guildhall.application.contract.ComparisonsContract;
import io.guildhall.application.contract.PortsUnderTest;
import io.guildhall.persistence.fault.CuttablePostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(CuttablePostgres.class)
class PostgresComparisonsTest extends ComparisonsContract {

    @Inject PostgresPortsUnderTest ports;

    @Override
    protected PortsUnderTest ports() {
        return ports;
    }
}
