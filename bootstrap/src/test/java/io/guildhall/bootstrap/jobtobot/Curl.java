package io.guildhall.bootstrap.jobtobot;

import io.guildhall.bootstrap.document.PrintedCurl;

/**
 * A curl command of the document, sent to the service under test: nothing but the base URL and the
 * key is another.
 */
record Curl(PrintedCurl printed) {

    private static final String BASE_URL = "https://api.jobtobot.com";
    private static final String KEY = "jtb_live_your_api_key_here";
    private static final String TASK_ID = "550e8400-e29b-41d4-a716-446655440000";

    Curl(String command) {
        this(new PrintedCurl(command));
    }

    Curl by(String key) {
        return new Curl(printed.with(KEY, key));
    }

    Curl about(String task) {
        return new Curl(printed.with(TASK_ID, task));
    }

    Said send() {
        return Said.of(printed.toService(BASE_URL).send());
    }
}
