package io.dividendsomatic.ingestion.source.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.dividendsomatic.ingestion.source.Secret;
import io.dividendsomatic.ingestion.source.SourceFailed;
import io.dividendsomatic.ingestion.source.mail.MailboxSettings.OAuth;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTokensTest {
    @TempDir
    private static Path folder;

    private final List<String> asked = new ArrayList<>();
    private final HttpServer server = server();
    private Instant now = Instant.parse("2026-02-03T04:05:00Z");
    private int status = 200;
    private String answer = "";

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeEach
    void start() {
        server.createContext("/token", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private OAuth oauth() {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token");
        return new OAuth(address, "client", Secret.of("client-secret"), Secret.of("refresh&token"), null);
    }

    private AccessTokens tokens() {
        Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
        return new AccessTokens(oauth(), Duration.ofSeconds(5), clock);
    }

    @Test
    void a_token_is_used_until_a_minute_before_it_expires() {
        answer = "{\"access_token\":\"one\",\"expires_in\":3600}";
        AccessTokens tokens = tokens();
        assertThat(tokens.current().reveal()).isEqualTo("one");
        answer = "{\"access_token\":\"two\",\"expires_in\":3600}";
        now = now.plusSeconds(3539);
        assertThat(tokens.current().reveal()).isEqualTo("one");
        now = now.plusSeconds(1);
        assertThat(tokens.current().reveal()).isEqualTo("two");

        assertThat(asked)
                .hasSize(2)
                .containsOnly("grant_type=refresh_token&refresh_token=refresh%26token&client_id=client"
                        + "&client_secret=client-secret");
    }

    @Test
    void a_refresh_token_that_is_replaced_is_used_from_then_on() {
        answer = "{\"access_token\":\"one\",\"expires_in\":1,\"refresh_token\":\"next\"}";
        AccessTokens tokens = tokens();
        tokens.current();
        tokens.current();

        assertThat(asked.getLast()).contains("refresh_token=next&");
    }

    @Test
    void an_expired_refresh_token_has_to_be_mended_and_shows_itself_nowhere() {
        status = 400;
        answer = "{\"error\":\"invalid_grant\",\"error_description\":\"refresh&token is expired\"}";

        assertThatThrownBy(tokens()::current)
                .isInstanceOfSatisfying(SourceFailed.class, failed -> {
                    assertThat(failed.code()).isEqualTo("TOKEN_REFUSED");
                    assertThat(failed.isLasting()).isTrue();
                })
                .hasMessage("the token server gives no access token: invalid_grant");
    }

    @Test
    void a_server_in_trouble_is_asked_again_later() {
        status = 503;
        assertThatThrownBy(tokens()::current)
                .isInstanceOfSatisfying(
                        SourceFailed.class,
                        failed -> assertThat(failed.isLasting()).isFalse());
        status = 200;
        answer = "<html>";
        assertThatThrownBy(tokens()::current)
                .isInstanceOfSatisfying(
                        SourceFailed.class,
                        failed -> assertThat(failed.isLasting()).isFalse());
    }

    @Test
    void a_token_is_never_asked_for_in_clear_text() {
        URI address = URI.create("http://tokens.example.com/token");
        Secret token = Secret.of("t");

        assertThatThrownBy(() -> new OAuth(address, "client", null, token, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_mailbox_opens_with_a_token_and_asks_for_another_when_it_was_withdrawn() throws Exception {
        try (PostOffice post = new PostOffice(TestCertificate.of(folder, "localhost"))) {
            post.deliver(Mails.flex(1, Mails.csv("a.csv", "one")));
            MailSource source = post.source(PostOffice.by(post.settings(), oauth()));
            answer = "{\"access_token\":\"withdrawn\",\"expires_in\":3600}";
            assertThatThrownBy(source::fetch).isInstanceOf(SourceFailed.class);
            assertThat(asked).hasSize(2);

            answer = "{\"access_token\":\"" + PostOffice.PASSWORD + "\",\"expires_in\":3600}";
            assertThat(source.fetch().taken()).isOne();
            assertThat(post.front.asked()).anyMatch(line -> line.contains("AUTHENTICATE XOAUTH2"));
        }
    }
}
