package io.dividendsomatic.app.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.context.ConfigurableApplicationContext;

/** Asks the running program as any other program would. */
record Http(String port) {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static Http of(ConfigurableApplicationContext app) {
        return new Http(String.valueOf(app.getEnvironment().getProperty("local.server.port")));
    }

    String get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address(path)).build()).body();
    }

    /** Where the answer says that its work is to be found. */
    String post(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address(path))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return send(request).headers().firstValue("Location").orElseThrow();
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 400) {
            throw new IllegalStateException(request.uri() + " → " + response.statusCode() + " " + response.body());
        }
        return response;
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
