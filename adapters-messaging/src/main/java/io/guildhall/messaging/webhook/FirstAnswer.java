package io.guildhall.messaging.webhook;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Keeps OkHttp from acting on an answer by itself. It would send again at once after 408 and after
 * 503 with {@code Retry-After: 0}, and make a failure of 407; when to try again is for the schedule
 * to say.
 */
final class FirstAnswer implements Interceptor {

    private static final int NOTHING_TO_DO = 200;
    private static final String STATUS = "Guildhall-Status";

    static int statusOf(Response response) {
        return Integer.parseInt(response.header(STATUS, ""));
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response answer = chain.proceed(chain.request());
        return answer.newBuilder()
                .code(NOTHING_TO_DO)
                .header(STATUS, Integer.toString(answer.code()))
                .build();
    }
}
