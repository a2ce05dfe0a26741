package io.dividendsomatic.ingestion.source.download;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.dividendsomatic.ingestion.events.FileArrived;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.ingestion.format.StatementFormats;
import io.dividendsomatic.ingestion.intake.Delivery;
import io.dividendsomatic.ingestion.intake.Receipt;
import io.dividendsomatic.ingestion.source.Fetched;
import io.dividendsomatic.ingestion.source.Schedule;
import io.dividendsomatic.ingestion.source.SourceFailed;
import io.dividendsomatic.ingestion.source.download.DownloadSettings.Address;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.util.unit.DataSize;

class DownloadTest {
    private static final String RATES = "Date,USD,JPY,\n2031-03-03,1.1,160.5,\n2031-02-28,1.2,161,\n";
    private static final String DAILY = """
            <?xml version="1.0" encoding="UTF-8"?>
            <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01"
                xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
              <gesmes:subject>Reference rates</gesmes:subject>
              <Cube><Cube time="2031-03-03"><Cube currency="USD" rate="1.1"/></Cube></Cube>
            </gesmes:Envelope>""";

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance().build();

    private final List<Delivery> delivered = new ArrayList<>();
    private final Set<FileId> known = new HashSet<>();

    @Test
    void the_rates_of_a_day_are_a_file_like_any_other() {
        SERVER.stubFor(get("/stats/eurofxref/eurofxref-daily.xml").willReturn(ok(DAILY)));
        assertThat(fetch("/stats/eurofxref/eurofxref-daily.xml")).isEqualTo(new Fetched(1, 0, 0));
        assertThat(fetch("/stats/eurofxref/eurofxref-daily.xml")).isEqualTo(new Fetched(0, 1, 0));
        Delivery file = delivered.getFirst();
        assertThat(file.source()).isEqualTo(FileSource.DOWNLOAD);
        assertThat(file.name()).isEqualTo("eurofxref-daily.xml");
        assertThat(parsed(file).format()).isEqualTo("ecb-fx-rates");
    }

    @Test
    void the_history_comes_out_of_its_archive() throws IOException {
        SERVER.stubFor(get("/hist.zip").willReturn(aResponse().withBody(zip("eurofxref-hist.csv", RATES))));
        assertThat(fetch("/hist.zip").taken()).isEqualTo(1);
        assertThat(delivered).singleElement().satisfies(file -> {
            assertThat(file.envelope()).isEqualTo("hist.zip");
            assertThat(parsed(file).rows().parsed()).isEqualTo(2);
        });
    }

    @Test
    void a_file_that_moved_to_another_host_is_not_fetched() {
        SERVER.stubFor(get("/a.csv").willReturn(temporaryRedirect("https://evil.example/a.csv")));
        assertThatThrownBy(() -> fetch("/a.csv"))
                .isInstanceOfSatisfying(
                        SourceFailed.class, failed -> assertThat(failed.code()).isEqualTo("FOREIGN_HOST"));
    }

    @Test
    void what_is_not_there_or_empty_is_told_and_nothing_is_taken() {
        SERVER.stubFor(get("/gone").willReturn(aResponse().withStatus(404)));
        SERVER.stubFor(get("/empty").willReturn(ok()));
        assertThatThrownBy(() -> fetch("/gone")).hasMessage("localhost answered with HTTP status 404");
        assertThatThrownBy(() -> fetch("/empty")).hasMessage("localhost answered nothing");
        assertThat(delivered).isEmpty();
    }

    private Fetched fetch(String path) {
        Schedule schedule = new Schedule(null, ZoneId.of("Europe/Helsinki"), null);
        URI url = URI.create(SERVER.baseUrl() + path);
        Address address = new Address(url, schedule, List.of(), null, Duration.ofSeconds(10), DataSize.ofMegabytes(64));
        try (Download download = new Download("ecb", address, this::receive)) {
            return download.fetch();
        }
    }

    private List<Receipt> receive(List<Delivery> files) {
        delivered.addAll(files);
        return files.stream()
                .map(file -> FileId.of(file.content()))
                .<Receipt>map(id -> known.add(id) ? new Receipt.Taken(id) : new Receipt.Known(id))
                .toList();
    }

    private static FileParsed parsed(Delivery file) {
        FileArrived arrived = new FileArrived(
                FileId.of(file.content()),
                file.source(),
                file.name(),
                file.content().length,
                Instant.EPOCH,
                null,
                null);
        return (FileParsed)
                StatementFormats.builtIn().read(arrived, file.content()).getLast();
    }

    private static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
