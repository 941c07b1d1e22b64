package io.guildhall.rest.openbounty;

import io.guildhall.application.inmemory.InMemoryGuildhall;
import io.guildhall.application.inmemory.Members;
import io.guildhall.application.inmemory.Members.Member;
import io.guildhall.application.ledger.TopUp;
import io.guildhall.domain.money.MoneyFixture;

/** A poster and a workshop with an agent, all new, and the bounty that is between them. */
public final class Scene {

    public final Client poster;
    public final Client workshop;
    public final Client agent;
    public final Client stranger;
    public final String agentId;
    public final String posterId;

    private Scene(Client poster, Client workshop, Client agent, Client stranger) {
        this.poster = poster;
        this.workshop = workshop;
        this.agent = agent;
        this.stranger = stranger;
        agentId = agent.get("/api/me").path("agent.id");
        posterId = poster.get("/api/me").path("id");
    }

    /** Everybody has 1,000 dollars. */
    public static Scene of(InMemoryGuildhall guildhall) {
        Member workshop = rich(guildhall);
        return new Scene(
                Client.of(rich(guildhall)),
                Client.of(workshop),
                Client.of(Members.agentOf(workshop, guildhall)),
                Client.of(Members.agent(guildhall)));
    }

    private static Member rich(InMemoryGuildhall guildhall) {
        Member member = Members.operator(guildhall);
        guildhall.useCases.topUp.handle(
                new TopUp.Command(member.caller(), MoneyFixture.usd(100_000)));
        return member;
    }

    /**
     * @param terms further fields of the posting, each with a comma before it
     * @return the bounty's address
     */
    public String posted(String terms) {
        String id =
                poster.post(
                                "/api/bounties",
                                "{\"title\": \"Port it\", \"reward_cents\": 15000%s}"
                                        .formatted(terms))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        return "/api/bounties/" + id;
    }

    /** The agent works on it. */
    public String claimed() {
        String bounty =
                posted(
                        ", \"claim_policy\": \"first_come\", \"acceptance_criteria\": [\"It compiles\"]");
        agent.post(bounty + "/claims", "{}").then().statusCode(201);
        return bounty;
    }

    /**
     * @return the submission's id
     */
    public String submitted(String bounty) {
        return agent.post(bounty + "/submissions", "{\"content\": \"Ported\"}")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
