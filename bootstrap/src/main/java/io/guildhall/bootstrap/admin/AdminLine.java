package io.guildhall.bootstrap.admin;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.bootstrap.admin.AdminDoor.Answer;
import io.guildhall.bootstrap.admin.Commands.Request;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./guildhall admin …}: understands a line, asks the service, and prints what it answers,
 * readable or as JSON. It knows no rule of its own.
 */
public final class AdminLine {

    /** It was done. */
    static final int DONE = 0;

    /** The service refused it. */
    static final int REFUSED = 1;

    /** The line was not understood; nothing was sent. */
    static final int NOT_UNDERSTOOD = 2;

    /** The service could not be asked. */
    static final int UNREACHABLE = 3;

    private AdminLine() {}

    /**
     * @param words what was typed behind {@code admin}
     * @param key an admin's, or null when none was found
     * @return the exit code of the process
     */
    public static int run(
            List<String> words,
            URI base,
            @Nullable String key,
            PrintStream out,
            PrintStream complaints) {
        List<String> line = new ArrayList<>(words);
        boolean asJson = line.remove("--json");
        Request request;
        try {
            request = Commands.read(line);
        } catch (NotUnderstood e) {
            complaints.println(e.getMessage());
            complaints.println(Commands.usage());
            return NOT_UNDERSTOOD;
        }
        if (key == null) {
            complaints.println(
                    "No admin key: set GUILDHALL_ADMIN_KEY or GUILDHALL_BOOTSTRAP_KEY, or run this"
                            + " where the data directory holds the first key (GUILDHALL_DATA)");
            return NOT_UNDERSTOOD;
        }
        return ask(new AdminDoor(base, key), request, asJson, out, complaints);
    }

    private static int ask(
            AdminDoor door,
            Request request,
            boolean asJson,
            PrintStream out,
            PrintStream complaints) {
        Answer answer;
        try {
            answer = door.send(request);
        } catch (DoorUnreachable e) {
            complaints.println(e.getMessage());
            return UNREACHABLE;
        }
        if (asJson) {
            out.println(answer.body().toPrettyString());
        } else if (answer.isSuccess()) {
            new AnswerLines(out).print(answer.body());
        }
        if (!answer.isSuccess() && !asJson) {
            complaints.println(refusal(answer));
        }
        return answer.isSuccess() ? DONE : REFUSED;
    }

    private static String refusal(Answer answer) {
        JsonNode body = answer.body();
        return answer.status()
                + " "
                + body.path("reason").asText(body.path("code").asText("refused"))
                + ": "
                + body.path("message").asText("The service said nothing more")
                + " (request "
                + body.path("request_id").asText("unknown")
                + ")";
    }
}
