package io.dividendsomatic.ingestion.source.flex;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.ingestion.intake.Delivery;
import io.dividendsomatic.ingestion.intake.Receipt;
import io.dividendsomatic.ingestion.source.Fetched;
import io.dividendsomatic.ingestion.source.Schedule;
import io.dividendsomatic.ingestion.source.Secret;
import io.dividendsomatic.ingestion.source.SourceFailed;
import io.dividendsomatic.ingestion.source.flex.FlexError.Then;
import io.dividendsomatic.ingestion.source.flex.FlexSettings.Login;
import io.dividendsomatic.ingestion.source.flex.FlexSettings.Query;
import io.dividendsomatic.ingestion.source.web.PassingTime;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class FlexWebServiceTest {
    private static final String TOKEN = "canary+token/4711=";
    private static final String SEND = "/flex/SendRequest";
    private static final String GET = "/flex/GetStatement";
    private static final String XML =
            "<FlexQueryResponse queryName=\"day\" type=\"AF\"><FlexStatements count=\"0\"/></FlexQueryResponse>";
    private static final String CSV = "\"ClientAccountID\",\"Symbol\"\n\"U0000001\",\"ALFA\"\n";

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance().build();

    private final PassingTime time = new PassingTime();
    private final List<Delivery> delivered = new ArrayList<>();
    private final Set<FileId> known = new HashSet<>();
    private final RememberedRequests requests = new RememberedRequests();
    private FlexWebService service = service(new Query("100001", null));

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void a_statement_is_asked_for_waited_for_and_handed_to_the_intake() {
        accepts("100001", "REF1");
        answers(GET, "REF1", refused(1019), refused(1019), ok(XML));
        assertThat(service.fetch()).isEqualTo(new Fetched(1, 0, 0));
        assertThat(delivered).singleElement().satisfies(file -> {
            assertThat(file.source()).isEqualTo(FileSource.FLEX_WEB_SERVICE);
            assertThat(file.name()).isEqualTo("flex-query-100001-2031-03-03.xml");
            assertThat(file.content()).asString(StandardCharsets.UTF_8).isEqualTo(XML);
            assertThat(file.account()).isNull();
        });
        SERVER.verify(
                1,
                getRequestedFor(urlPathEqualTo(SEND))
                        .withQueryParam("t", equalTo(TOKEN))
                        .withQueryParam("q", equalTo("100001"))
                        .withQueryParam("v", equalTo("3"))
                        .withHeader("User-Agent", matching("Java/.+")));
        SERVER.verify(3, getRequestedFor(urlPathEqualTo(GET)).withQueryParam("v", equalTo("3")));
    }

    @Test
    void a_table_is_taken_for_the_account_that_the_query_is_configured_for() {
        service = service(new Query("100001", "ibkr:U0000001"));
        accepts("100001", "REF1");
        answers(GET, "REF1", ok(CSV));
        service.fetch();
        assertThat(delivered).singleElement().satisfies(file -> {
            assertThat(file.name()).endsWith(".csv");
            assertThat(file.account()).isEqualTo(AccountId.parse("ibkr:U0000001"));
        });
    }

    @Test
    void all_queries_of_a_login_stay_below_the_limits_of_its_token() {
        service = service(new Query("100001", null), new Query("100002", null), new Query("100003", null));
        for (int i = 1; i <= 3; i++) {
            accepts("10000" + i, "REF" + i);
            answers(GET, "REF" + i, refused(1019), refused(1019), refused(1019), refused(1019), ok(CSV + i));
        }
        assertThat(service.fetch().taken()).isEqualTo(3);
        assertThat(Duration.between(new PassingTime().instant(), time.instant()))
                .isGreaterThan(Duration.ofMinutes(1)); // 18 requests
    }

    @Test
    void a_query_is_asked_once_an_interval() {
        accepts("100001", "REF1");
        answers(GET, "REF1", ok(CSV));
        service.fetch();
        assertThat(service.fetch()).isEqualTo(Fetched.NOTHING);
        SERVER.verify(1, getRequestedFor(urlPathEqualTo(SEND)));
        time.pass(Duration.ofHours(1));
        assertThat(service.fetch()).isEqualTo(new Fetched(0, 1, 0));
        SERVER.verify(2, getRequestedFor(urlPathEqualTo(SEND)));
    }

    @Test
    void a_statement_that_takes_too_long_is_fetched_at_the_next_look_by_another_program_too() {
        accepts("100001", "REF1");
        SERVER.stubFor(get(urlPathEqualTo(GET)).willReturn(refused(1019)));
        SourceFailed failed = failure();
        assertThat(failed.code()).isEqualTo("FLEX_1019");
        assertThat(failed.after()).contains(Duration.ofMinutes(10));
        SERVER.stubFor(get(urlPathEqualTo(GET)).willReturn(ok(XML)));
        service.close();
        service = service(new Query("100001", null));
        assertThat(service.fetch().taken()).isEqualTo(1);
        SERVER.verify(1, getRequestedFor(urlPathEqualTo(SEND)));
    }

    @Test
    void a_ticket_that_lapsed_since_is_replaced_by_a_new_request() {
        URI url = URI.create(SERVER.baseUrl() + GET);
        requests.accepted("flex.own", "100001", time.instant(), new FlexTicket(url, "OLD"));
        answers(GET, "OLD", refused(1017));
        accepts("100001", "REF1");
        answers(GET, "REF1", ok(XML));
        assertThat(service.fetch().taken()).isEqualTo(1);
        SERVER.verify(1, getRequestedFor(urlPathEqualTo(SEND)));
    }

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
        assertThat(failure().code()).isEqualTo("FLEX_1014");
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

    @Test
    void an_answer_that_names_no_address_means_the_usual_one() {
        answers(
                SEND,
                "100001",
                ok("<FlexStatementResponse><Status>Success</Status><ReferenceCode>REF1</ReferenceCode>"
                        + "</FlexStatementResponse>"));
        answers(GET, "REF1", ok(XML));
        assertThat(service.fetch().taken()).isEqualTo(1);
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

    private FlexWebService service(Query... queries) {
        Login login = new Login(
                Secret.of(TOKEN),
                List.of(queries),
                new Schedule(null, ZoneId.of("Europe/Helsinki"), null),
                Duration.ofHours(1),
                URI.create(SERVER.baseUrl() + "/flex"),
                List.of("localhost"),
                Duration.ofMinutes(10),
                Duration.ofSeconds(10),
                DataSize.ofMegabytes(1));
        return new FlexWebService("own", login, time, time, requests, this::receive);
    }

    private List<Receipt> receive(List<Delivery> files) {
        delivered.addAll(files);
        return files.stream().map(this::receive).toList();
    }

    private Receipt receive(Delivery file) {
        FileId id = FileId.of(file.content());
        return known.add(id) ? new Receipt.Taken(id) : new Receipt.Known(id);
    }

    private SourceFailed failure() {
        return catchThrowableOfType(SourceFailed.class, service::fetch);
    }

    private static void accepts(String query, String reference) {
        answers(SEND, query, accepted(reference, SERVER.baseUrl() + GET));
    }

    /** One answer after the other; the last stays. */
    private static void answers(String path, String what, ResponseDefinitionBuilder... answers) {
        for (int i = 0; i < answers.length; i++) {
            String now = i == 0 ? Scenario.STARTED : "after " + i;
            SERVER.stubFor(get(urlPathEqualTo(path))
                    .withQueryParam("t", equalTo(TOKEN))
                    .withQueryParam("q", equalTo(what))
                    .inScenario(path + what)
                    .whenScenarioStateIs(now)
                    .willSetStateTo(i + 1 < answers.length ? "after " + (i + 1) : now)
                    .willReturn(answers[i]));
        }
    }

    private static ResponseDefinitionBuilder accepted(String reference, String url) {
        return ok("""
                <FlexStatementResponse timestamp='03 March, 2031 03:00 AM EST'>
                <Status>Success</Status>
                <ReferenceCode>%s</ReferenceCode>
                <Url>%s</Url>
                </FlexStatementResponse>""".formatted(reference, url));
    }

    private static ResponseDefinitionBuilder refused(int code) {
        return ok(fail(String.valueOf(code), "The service's words."));
    }

    private static String fail(String code, String text) {
        return """
                <FlexStatementResponse timestamp='03 March, 2031 03:00 AM EST'>
                <Status>%s</Status>
                <ErrorCode>%s</ErrorCode>
                <ErrorMessage>%s</ErrorMessage>
                </FlexStatementResponse>""".formatted(code.equals("1019") ? "Warn" : "Fail", code, text);
    }

    private static void tellsNoSecret(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain(TOKEN, "canary");
        }
    }
}
