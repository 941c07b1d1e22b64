package io.guildhall.application.session;

import static io.guildhall.application.Market.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.application.Mandates;
import io.guildhall.application.Market;
import io.guildhall.application.access.Door;
import io.guildhall.application.access.Logins.Identity;
import io.guildhall.application.access.Logins.Login;
import io.guildhall.application.access.Sessions;
import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.UseCases;
import io.guildhall.application.party.GrantRoles;
import io.guildhall.application.party.RegisterAgent;
import io.guildhall.application.party.RotateKey;
import io.guildhall.application.party.SignUpOperator;
import io.guildhall.application.party.SuspendParty;
import io.guildhall.domain.party.AgentProfile;
import io.guildhall.domain.party.Caller;
import io.guildhall.domain.party.OperatorId;
import io.guildhall.domain.party.Role;
import io.guildhall.domain.party.Suspension;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private static final Identity ANN_ELSEWHERE = new Identity("https://issuer.example", "ann");

    private final Market market = new Market();
    private final InMemoryGuildhall guildhall = market.guildhall;
    private final UseCases use = market.use;
    private final Caller first = market.operator("First");
    private final SignUpOperator.SignedUp ann = signUp("Ann");

    @Test
    void operatorIsKnownByItsSession() {
        String token = signIn(ann.key());

        assertThat(use.viewSession.find(token)).contains(caller(ann));
        assertThat(use.viewSession.find(token + "x")).isEmpty();
    }

    @Test
    void whatNoKeyIsOpensNothing() {
        assertThat(refusal(() -> signIn("obk_live_nonsense"))).isEqualTo("key_not_known");
    }

    @Test
    void keyOfAnAgentOpensNothing() {
        String key =
                use.registerAgent
                        .handle(
                                new RegisterAgent.Command(
                                        caller(ann),
                                        new AgentProfile("Agent", "", List.of()),
                                        Door.OPENBOUNTY))
                        .key();

        assertThat(refusal(() -> signIn(key))).isEqualTo("key_of_an_agent");
    }

    @Test
    void sessionEndsWithItsKey() {
        String token = signIn(ann.key());

        use.rotateKey.handle(new RotateKey.Command(caller(ann), null, Door.OPENBOUNTY, true));

        assertThat(use.viewSession.find(token)).isEmpty();
    }

    @Test
    void sessionEndsBySigningOut() {
        String token = signIn(ann.key());
        String elsewhere = signIn(ann.key());

        use.signOut.handle(new SignOut.Command(token));

        assertThat(use.viewSession.find(token)).isEmpty();
        assertThat(use.viewSession.find(elsewhere)).isPresent();
    }

    @Test
    void sessionEndsByRest() {
        String token = signIn(ann.key());

        guildhall.clock.advance(Sessions.IDLE_MAX.minusSeconds(1));
        assertThat(use.viewSession.find(token)).isPresent();
        guildhall.clock.advance(Sessions.IDLE_MAX.minusSeconds(1));
        assertThat(use.viewSession.find(token)).isPresent();
        guildhall.clock.advance(Sessions.IDLE_MAX);
        assertThat(use.viewSession.find(token)).isEmpty();
    }

    @Test
    void sessionEndsByAgeHoweverMuchItIsUsed() {
        String token = signIn(ann.key());

        Duration lived = Duration.ZERO;
        Duration step = Duration.ofHours(6);
        while (lived.plus(step).compareTo(Sessions.LIFETIME) < 0) {
            guildhall.clock.advance(step);
            lived = lived.plus(step);
            assertThat(use.viewSession.find(token)).isPresent();
        }
        guildhall.clock.advance(step);
        assertThat(use.viewSession.find(token)).isEmpty();
    }

    @Test
    void roleThatIsGrantedLaterCounts() {
        String token = signIn(ann.key());
        Caller admin = Caller.operator(first.operator(), Set.of(Role.ADMIN));

        use.grantRoles.handle(
                new GrantRoles.Command(
                        Mandates.of(admin), ann.operator().id(), Set.of(Role.ARBITER)));

        assertThat(use.viewSession.find(token).orElseThrow().isArbiter()).isTrue();
    }

    @Test
    void suspensionEndsAllSessionsAndLetsNobodySignIn() {
        link(ann);
        String byKey = signIn(ann.key());
        String byIdentity =
                use.signInByIdentity.handle(new SignInByIdentity.Command(ANN_ELSEWHERE));

        use.admin.suspendParty.handle(
                new SuspendParty.Command(
                        Mandates.of(Caller.operator(first.operator(), Set.of(Role.ADMIN))),
                        Suspension.of(ann.operator().id())));

        assertThat(use.viewSession.find(byKey)).isEmpty();
        assertThat(use.viewSession.find(byIdentity)).isEmpty();
        assertThat(refusal(() -> signIn(ann.key()))).isEqualTo("party_suspended");
        assertThat(
                        refusal(() ->
                                use.signInByIdentity.handle(
                                        new SignInByIdentity.Command(ANN_ELSEWHERE))))
                .isEqualTo("party_suspended");
    }

    @Test
    void identityThatWasLinkedSignsIn() {
        link(ann);

        String token = use.signInByIdentity.handle(new SignInByIdentity.Command(ANN_ELSEWHERE));

        assertThat(use.viewSession.find(token)).contains(caller(ann));
    }

    @Test
    void unknownIdentityOpensNothing() {
        assertThat(
                        refusal(() ->
                                use.signInByIdentity.handle(
                                        new SignInByIdentity.Command(ANN_ELSEWHERE))))
                .isEqualTo("identity_not_linked");
    }

    @Test
    void identityIsOneOperatorOnly() {
        SignUpOperator.SignedUp bob = signUp("Bob");
        link(ann);

        assertThat(refusal(() -> link(bob))).isEqualTo("identity_of_another");
    }

    @Test
    void somebodyNewSignsUpByIdentity() {
        SignUpByIdentity.SignedUp bob = signUpByIdentity("Bob");

        Caller known = use.viewSession.find(bob.session()).orElseThrow();
        assertThat(use.viewSession.find(signIn(bob.key()))).contains(known);
        String again = use.signInByIdentity.handle(new SignInByIdentity.Command(ANN_ELSEWHERE));
        assertThat(use.viewSession.find(again)).contains(known);
        assertThat(use.viewLogins.of(known)).extracting(Login::identity).contains(ANN_ELSEWHERE);
    }

    @Test
    void identityThatIsKnownMakesNoSecondOperator() {
        signUpByIdentity("Bob");
        int before = guildhall.outbox.events().size();

        assertThat(refusal(() -> signUpByIdentity("Bob again"))).isEqualTo("identity_of_another");
        assertThat(guildhall.outbox.events()).hasSize(before);
    }

    @Test
    void unlinkedIdentityOpensNothingAndSignsOutWhoCameByIt() {
        link(ann);
        String byIdentity =
                use.signInByIdentity.handle(new SignInByIdentity.Command(ANN_ELSEWHERE));
        String byKey = signIn(ann.key());

        unlink(byKey);

        assertThat(use.viewSession.find(byIdentity)).isEmpty();
        assertThat(use.viewSession.find(byKey)).isPresent();
        assertThat(
                        refusal(() ->
                                use.signInByIdentity.handle(
                                        new SignInByIdentity.Command(ANN_ELSEWHERE))))
                .isEqualTo("identity_not_linked");
        assertThat(refusal(() -> unlink(byKey))).isEqualTo("login_not_found");
    }

    @Test
    void whoCameByAnIdentityCannotLockItselfOut() {
        link(ann);
        String byIdentity =
                use.signInByIdentity.handle(new SignInByIdentity.Command(ANN_ELSEWHERE));

        assertThat(refusal(() -> unlink(byIdentity))).isEqualTo("key_needed");
        assertThat(refusal(() -> unlink("nonsense"))).isEqualTo("session_not_found");
        assertThat(use.viewSession.find(byIdentity)).isPresent();
    }

    @Test
    void identityOfAnotherIsNotUnlinked() {
        link(ann);
        String bob = signIn(signUp("Bob").key());

        assertThat(refusal(() -> unlink(bob))).isEqualTo("login_not_found");
    }

    private SignUpByIdentity.SignedUp signUpByIdentity(String name) {
        return use.signUpByIdentity.handle(
                new SignUpByIdentity.Command(
                        ANN_ELSEWHERE, name, name.charAt(0) + "@example.org", Mandates.REQUEST));
    }

    private void link(SignUpOperator.SignedUp operator) {
        use.linkIdentity.handle(new LinkIdentity.Command(caller(operator), ANN_ELSEWHERE));
    }

    private void unlink(String session) {
        use.unlinkIdentity.handle(new UnlinkIdentity.Command(session, ANN_ELSEWHERE));
    }

    @Test
    void operatorThatIsNotThereIsNobody() {
        assertThat(use.authenticate.operator(new OperatorId(new UUID(7, 7)))).isEmpty();
    }

    private SignUpOperator.SignedUp signUp(String name) {
        return use.signUpOperator.handle(
                new SignUpOperator.Command(
                        null, name, name + "@example.org", Door.OPENBOUNTY, Mandates.REQUEST));
    }

    private String signIn(String key) {
        return use.signIn.handle(new SignIn.Command(key));
    }

    private static Caller caller(SignUpOperator.SignedUp signedUp) {
        return Caller.operator(signedUp.operator().id(), Set.of());
    }
}
