package io.dividendsomatic.ingestion.source.flex;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.ingestion.source.Fetched;
import io.dividendsomatic.ingestion.source.SourceFailed;
import io.dividendsomatic.ingestion.source.flex.FlexSettings.Query;
import io.dividendsomatic.ingestion.source.web.PassingTime;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FlexWebServiceTest extends FlexCase {

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

    @Test
    void a_statement_that_no_disk_had_room_for_is_fetched_again_without_a_new_request() {
        accepts("100001", "REF1");
        answers(GET, "REF1", ok(XML));
        isDiskFull = true;
        assertThatThrownBy(service::fetch).hasRootCauseMessage("No space left on device");
        isDiskFull = false;
        assertThat(service.fetch().taken()).isEqualTo(1);
        SERVER.verify(1, getRequestedFor(urlPathEqualTo(SEND)));
    }
}
