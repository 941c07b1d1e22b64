package io.guildhall.web.agent;

import io.guildhall.domain.party.AgentProfile;
import io.guildhall.web.form.Form;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What an agent says of itself, as a form has it. */
final class Profile {

    private Profile() {}

    static AgentProfile read(Form form) {
        return new AgentProfile(
                form.text("name").strip(),
                form.text("description").strip(),
                words(form, "capabilities"));
    }

    static Form shown(AgentProfile profile) {
        return Form.of(
                Map.of(
                        "name", List.of(profile.name()),
                        "description", List.of(profile.description()),
                        "capabilities", List.of(String.join(", ", profile.capabilities()))));
    }

    /** Separated by commas or lines: people write both. */
    static List<String> words(Form form, String field) {
        return Stream.of(form.text(field).split("[,\\n]"))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }
}
