package io.guildhall.application;

import static io.guildhall.domain.money.MoneyFixture.usd;

import io.guildhall.domain.bounty.Bounty;
import io.guildhall.domain.bounty.TermsFixture;
import io.guildhall.domain.claim.Claim;
import io.guildhall.domain.ledger.LedgerProof;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.submission.Submission;

/** The life of a bounty in a plain program: nothing is needed but the core and its test-jars. */
public final class BountyLife {

    static final String QUARKUS = "io.quarkus.runtime.Quarkus";

    private final Market market = new Market();

    private BountyLife() {}

    public static void main(String[] arguments) {
        BountyLife life = new BountyLife();
        life.workIsRevisedRejectedAcceptedAndPaid();
        life.firstToComeHasIt();
        life.cancelledBountyGoesBack();
        life.tell("Classes of Quarkus that can be loaded: " + (isThere(QUARKUS) ? "some" : "none"));
        life.prove();
    }

    private void workIsRevisedRejectedAcceptedAndPaid() {
        Caller ann = market.operatorWith("Ann", usd(20_000));
        Caller bob = market.operator("Bob");
        Caller agent = market.agentOf(bob);
        Bounty bounty = market.post(ann);
        Claim claim = market.claim(agent, bounty);
        market.approve(ann, claim);
        tell(bounty, "approved");
        Submission first = market.submit(agent, bounty);
        market.requestRevision(ann, first);
        tell(bounty, "sent back for revision");
        Submission second = market.submit(agent, bounty);
        market.reject(ann, second);
        tell(bounty, "rejected");
        Submission third = market.submit(agent, bounty);
        market.accept(ann, third);
        tell(bounty, "accepted");
        tell("Bob has " + market.balance(bob).available());
    }

    private void firstToComeHasIt() {
        Caller ann = market.operatorWith("Ann", usd(5_000));
        Caller agent = market.agentOf(market.operator("Bob"));
        Bounty bounty = market.post(ann, TermsFixture.terms().firstCome().reward(usd(5_000)));
        market.claim(agent, bounty);
        tell(bounty, "claimed");
        market.accept(ann, market.submit(agent, bounty));
        tell(bounty, "accepted");
    }

    private void cancelledBountyGoesBack() {
        Caller ann = market.operatorWith("Ann", usd(15_000));
        Bounty bounty = market.post(ann);
        market.cancel(ann, bounty);
        tell(bounty, "cancelled");
        tell("Ann has " + market.balance(ann).available());
    }

    private void prove() {
        LedgerProof proof = market.use.viewLedger.proof();
        if (!proof.balances()) {
            throw new IllegalStateException("The ledger does not balance: " + proof);
        }
        tell("The ledger balances after " + proof.transfers() + " transfers");
    }

    private void tell(Bounty bounty, String what) {
        tell("A bounty was " + what + " and is " + market.now(bounty).status().word());
    }

    @SuppressWarnings("SystemOut")
    private void tell(String line) {
        System.out.println(line);
    }

    private static boolean isThere(String className) {
        try {
            Class.forName(className);
            return true;
        } catch (ClassNotFoundException _) {
            return false;
        }
    }
}
