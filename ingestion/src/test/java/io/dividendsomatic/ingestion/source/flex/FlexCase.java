package io.dividendsomatic.ingestion.source.flex;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.dividendsomatic.ingestion.intake.Delivery;
import io.dividendsomatic.ingestion.intake.Receipt;
import io.dividendsomatic.ingestion.source.Schedule;
import io.dividendsomatic.ingestion.source.Secret;
import io.dividendsomatic.ingestion.source.SourceFailed;
import io.dividendsomatic.ingestion.source.flex.FlexSettings.Login;
import io.dividendsomatic.ingestion.source.flex.FlexSettings.Query;
import io.dividendsomatic.ingestion.source.web.PassingTime;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.util.unit.DataSize;

/** A login at a service of this machine that speaks the protocol. */
abstract class FlexCase {
    static final String TOKEN = "canary+token/4711=";
    static final String SEND = "/flex/SendRequest";
    static final String GET = "/flex/GetStatement";
    static final String XML =
            "<FlexQueryResponse queryName=\"day\" type=\"AF\"><FlexStatements count=\"0\"/></FlexQueryResponse>";
    static final String CSV = "\"ClientAccountID\",\"Symbol\"\n\"U0000001\",\"ALFA\"\n";

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance().build();

    final PassingTime time = new PassingTime();
    final List<Delivery> delivered = new ArrayList<>();
    final Set<FileId> known = new HashSet<>();
    boolean isDiskFull;
    final RememberedRequests requests = new RememberedRequests();
    FlexWebService service = service(new Query("100001", null));

    @AfterEach
    void close() {
        service.close();
    }

    FlexWebService service(Query... queries) {
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

    List<Receipt> receive(List<Delivery> files) {
        if (isDiskFull) {
            throw new UncheckedIOException(new IOException("No space left on device"));
        }
        delivered.addAll(files);
        return files.stream().map(this::receive).toList();
    }

    Receipt receive(Delivery file) {
        FileId id = FileId.of(file.content());
        return known.add(id) ? new Receipt.Taken(id) : new Receipt.Known(id);
    }

    SourceFailed failure() {
        return catchThrowableOfType(SourceFailed.class, service::fetch);
    }

    static void accepts(String query, String reference) {
        answers(SEND, query, accepted(reference, SERVER.baseUrl() + GET));
    }

    /** One answer after the other; the last stays. */
    static void answers(String path, String what, ResponseDefinitionBuilder... answers) {
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

    static ResponseDefinitionBuilder accepted(String reference, String url) {
        return ok("""
                <FlexStatementResponse timestamp='03 March, 2031 03:00 AM EST'>
                <Status>Success</Status>
                <ReferenceCode>%s</ReferenceCode>
                <Url>%s</Url>
                </FlexStatementResponse>""".formatted(reference, url));
    }

    static ResponseDefinitionBuilder refused(int code) {
        return ok(fail(String.valueOf(code), "The service's words."));
    }

    static String fail(String code, String text) {
        return """
                <FlexStatementResponse timestamp='03 March, 2031 03:00 AM EST'>
                <Status>%s</Status>
                <ErrorCode>%s</ErrorCode>
                <ErrorMessage>%s</ErrorMessage>
                </FlexStatementResponse>""".formatted(code.equals("1019") ? "Warn" : "Fail", code, text);
    }

    static void tellsNoSecret(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain(TOKEN, "canary");
        }
    }
}
