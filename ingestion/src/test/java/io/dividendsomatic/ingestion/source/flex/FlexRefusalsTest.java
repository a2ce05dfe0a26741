package io.dividendsomatic.ingestion.source.flex;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.ingestion.source.Fetched;
import io.dividendsomatic.ingestion.source.SourceFailed;
import io.dividendsomatic.ingestion.source.flex.FlexError.Then;
import io.dividendsomatic.ingestion.source.flex.FlexSettings.Query;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the service refuses, and what is refused of it. */
class FlexRefusalsTest extends FlexCase {

    @ParameterizedTest
    @EnumSource(FlexError.class)
    void what_keeps_a_request_from_being_accepted(FlexError error) {
        SERVER.stubFor(get(urlPathEqualTo(SEND)).willReturn(refused(error.code())));
        SourceFailed failed = failure();
        boolean lasts = error.then() == Then.END;
        assertThat(failed.code()).isEqualTo("FLEX_" + error.code());
        assertThat(failed.isLasting()).isEqualTo(lasts);
        assertThat(failed).hasMessageContaining(error.meaning()).hasMessageContaining("query 100001");
        SERVER.verify(lasts ? 1 : 3, getRequestedFor(urlPathEqualTo(SEND)));
        tellsNoSecret(failed);
    }

    @ParameterizedTest
    @EnumSource(FlexError.class)
    void what_keeps_a_statement_from_being_fetched(FlexError error) {
        accepts("100001", "REF1");
        answers(GET, "REF1", refused(error.code()), refused(error.code()), ok(XML));
        if (error.then() == Then.END) {
            assertThat(failure().code()).isEqualTo("FLEX_" + error.code());
            assertThat(requests.last("flex.own", "100001")).isEmpty();
        } else {
            assertThat(service.fetch().taken()).isEqualTo(1);
        }
        SERVER.verify(1, getRequestedFor(urlPathEqualTo(SEND)));
    }

    @Test
    void the_service_is_given_time_after_it_refused_to_serve() {
        accepts("100001", "REF1");
        answers(GET, "REF1", refused(1009), refused(1009), refused(1018), ok(XML));
        service.fetch();
        assertThat(time.rests)
                .contains(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofMinutes(1))
                .hasSize(4);
    }

    @Test
    void a_request_that_passes_at_the_second_try_is_fine() {
        answers(SEND, "100001", refused(1018), accepted("REF1", SERVER.baseUrl() + GET));
        answers(GET, "REF1", ok(XML));
        assertThat(service.fetch().taken()).isEqualTo(1);
        assertThat(time.rests).contains(Duration.ofMinutes(1));
    }

    @Test
    void a_code_that_is_not_known_is_final_with_its_own_words() {
        SERVER.stubFor(get(urlPathEqualTo(SEND))
                .willReturn(ok(fail("1025", "Too many failed attempts with " + TOKEN + ".\nReview it."))));
        SourceFailed failed = failure();
        assertThat(failed.code()).isEqualTo("FLEX_1025");
        assertThat(failed.isLasting()).isTrue();
        assertThat(failed).hasMessage("query 100001: Too many failed attempts with …. Review it.");
    }

    @Test
    void a_token_that_is_refused_is_not_tried_with_the_next_query() {
        service = service(new Query("100001", null), new Query("100002", null));
        SERVER.stubFor(get(urlPathEqualTo(SEND)).willReturn(refused(1012)));
        assertThat(failure()).hasMessageContaining("the token has expired: make a new one in Client Portal");
        SERVER.verify(1, getRequestedFor(urlPathEqualTo(SEND)));
    }

    @Test
    void a_query_that_is_refused_does_not_hold_up_the_next() {
        service = service(new Query("100001", null), new Query("100002", null));
        answers(SEND, "100001", refused(1014));
        accepts("100002", "REF2");
        answers(GET, "REF2", ok(XML));
        SourceFailed failed = failure();
        assertThat(failed.code()).isEqualTo("FLEX_1014");
        assertThat(failed.fetched()).isEqualTo(new Fetched(1, 0, 0));
        assertThat(failed.isOfPart()).isTrue();
        assertThat(delivered).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/GetStatement",
                "https://localhost@evil.example/GetStatement",
                "http://evil.example/flex/GetStatement",
                "//evil.example/GetStatement"
            })
    void no_token_goes_to_a_host_that_only_an_answer_names(String url) {
        answers(SEND, "100001", accepted("REF1", url));
        SourceFailed failed = failure();
        assertThat(failed.code()).isEqualTo("FOREIGN_HOST");
        assertThat(failed).hasMessageContaining("evil.example");
        tellsNoSecret(failed);
        assertThat(SERVER.getAllServeEvents()).hasSize(1);
    }

    @Test
    void no_token_goes_where_a_redirect_leads() {
        SERVER.stubFor(get(urlPathEqualTo(SEND))
                .willReturn(aResponse().withStatus(302).withHeader("Location", "https://evil.example/?t=" + TOKEN)));
        SourceFailed failed = failure();
        assertThat(failed.code()).isEqualTo("FOREIGN_HOST");
        tellsNoSecret(failed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<!DOCTYPE html><html><body>maintenance</body></html>",
                "<FlexStatementResponse><Status>Success</Status>",
                "<FlexStatementResponse><Status>Success</Status></FlexStatementResponse>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><FlexStatementResponse><Status>&e;</Status>"
                        + "</FlexStatementResponse>"
            })
    void what_is_no_answer_of_the_service_passes_and_is_not_taken(String body) {
        SERVER.stubFor(get(urlPathEqualTo(SEND)).willReturn(ok(body)));
        assertThat(failure().code()).isEqualTo("FLEX_UNREADABLE");
        accepts("100001", "REF1");
        SERVER.stubFor(get(urlPathEqualTo(GET)).willReturn(ok(body)));
        SourceFailed failed = failure();
        assertThat(failed.code()).isEqualTo("FLEX_UNREADABLE");
        assertThat(failed.isLasting()).isFalse();
        assertThat(delivered).isEmpty();
    }

    @Test
    void a_statement_beyond_the_limit_is_refused() {
        accepts("100001", "REF1");
        answers(GET, "REF1", ok("x".repeat(2_000_000)));
        assertThat(failure().code()).isEqualTo("TOO_LARGE");
    }
}
