package io.guildhall.rest.openbounty;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.guildhall.application.access.BountyBoard.Position;
import io.guildhall.domain.shared.Page;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param nextCursor null when nothing follows
 */
@Schema(description = "A page of a list.")
@JsonNaming(SnakeCaseStrategy.class)
public record ListJson<T>(List<T> items, @Nullable String nextCursor, boolean hasMore) {

    /** The page, with the address of the next one in the {@code Link} header. */
    public static <D, J> RestResponse<ListJson<J>> answer(
            Page<D> page,
            Function<? super D, ? extends J> json,
            Function<? super D, Position> position,
            UriInfo uri) {
        List<J> items = page.items().stream().<J>map(json).toList();
        if (!page.hasMore()) {
            return RestResponse.ok(new ListJson<>(items, null, false));
        }
        String next = Cursor.text(position.apply(page.items().getLast()));
        return ResponseBuilder.ok(new ListJson<>(items, next, true))
                .header(HttpHeaders.LINK, "<" + addressOf(next, uri) + ">; rel=\"next\"")
                .build();
    }

    private static String addressOf(String cursor, UriInfo uri) {
        Stream<String> others =
                uri.getQueryParameters().entrySet().stream()
                        .filter(parameter -> !parameter.getKey().equals("cursor"))
                        .flatMap(parameter ->
                                parameter.getValue().stream()
                                        .map(value ->
                                                encoded(parameter.getKey())
                                                        + "="
                                                        + encoded(value)));
        return uri.getPath()
                + "?"
                + Stream.concat(others, Stream.of("cursor=" + cursor))
                        .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
