package io.guildhall.application.payment;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Ports;
import io.guildhall.application.inmemory.ScriptedRail.Behaviour;
import io.guildhall.domain.payment.Payment;
import io.guildhall.domain.payout.PaymentProvider.Instruction;
import io.guildhall.domain.payout.PayoutId;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Money and chance, beside a processor in memory. */
class ScriptedRailChaosTest extends MoneyChaos {

    @Override
    protected World world() {
        return new InMemory();
    }

    private static final class InMemory implements World {

        private final InMemoryGuildhall guildhall = new InMemoryGuildhall();

        @Override
        public InMemoryGuildhall guildhall() {
            return guildhall;
        }

        @Override
        public Ports ports() {
            return guildhall.portsPayingBy(guildhall.rail);
        }

        @Override
        public void complete(String account) {
            guildhall.rail.complete(account, "bank");
        }

        @Override
        public boolean hasPage(Payment payment) {
            return payment.stage().page() != null;
        }

        @Override
        public void pay(Payment payment) {
            guildhall.rail.pay(payment.id());
        }

        @Override
        public void expire(Payment payment) {
            guildhall.rail.expire(payment.id());
        }

        @Override
        public void chargeBack(Payment payment) {
            guildhall.rail.chargeBack(payment.id());
        }

        @Override
        public void reverseChargeback(Payment payment) {
            guildhall.rail.reverseChargeback(payment.id());
        }

        @Override
        public boolean isRefunded(PayoutId refund) {
            return moved().containsKey(refund);
        }

        @Override
        public void bounce(PayoutId refund) {
            guildhall.rail.bounce(refund);
        }

        @Override
        public void trouble(Random chance) {
            Behaviour[] all = Behaviour.values();
            guildhall.rail.next(all[chance.nextInt(all.length)]);
        }

        @Override
        public void recover() {
            guildhall.rail.recover();
        }

        @Override
        public void dayPasses() {
            guildhall.rail.forgetKeys();
        }

        @Override
        public String notice(int id, Payment payment) {
            return "evt-" + id + " payment " + payment.id();
        }

        @Override
        public String signature(String notice) {
            return String.valueOf(notice.length());
        }

        @Override
        public Map<PayoutId, Long> moved() {
            return guildhall.rail.moved().stream()
                    .collect(Collectors.groupingBy(Instruction::key, Collectors.counting()));
        }

        @Override
        public void close() {
            // It was in memory.
        }
    }
}
