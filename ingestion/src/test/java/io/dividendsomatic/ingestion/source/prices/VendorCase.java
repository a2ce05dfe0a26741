package io.dividendsomatic.ingestion.source.prices;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.dividendsomatic.ingestion.events.FileArrived;
import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.RowParsed;
import io.dividendsomatic.ingestion.events.RowsParsed;
import io.dividendsomatic.ingestion.format.StatementFormats;
import io.dividendsomatic.ingestion.intake.Delivery;
import io.dividendsomatic.ingestion.intake.Receipt;
import io.dividendsomatic.ingestion.source.Schedule;
import io.dividendsomatic.ingestion.source.Secret;
import io.dividendsomatic.ingestion.source.prices.PriceFeed.Wanted;
import io.dividendsomatic.ingestion.source.prices.PriceSettings.Access;
import io.dividendsomatic.ingestion.source.prices.PriceSettings.Chain;
import io.dividendsomatic.ingestion.source.web.PassingTime;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.prices.VendorPrices.Held;
import io.dividendsomatic.portfolio.statement.ReferencePrice;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.util.unit.DataSize;

/**
 * A feed of prices that asks vendors of a server of this machine. The clock says Monday, 3 March 2031: the last day that is
 * over everywhere is Sunday, the last of trading Friday.
 */
abstract class VendorCase implements MissingPrices {
    static final String CANARY = "canary-key";
    static final CurrencyCode USD = new CurrencyCode("USD");
    static final Held ALFA = new Held(new Isin("US000000AA16"), "ALFA", "NYSE", USD);
    static final Held KUUSI = new Held(new Isin("FI0000000011"), "KUUSI", "HEX", new CurrencyCode("EUR"));
    static final Held PENCE = new Held(new Isin("US000000BB22"), "BETA", "LSE", new CurrencyCode("GBP"));

    static final String YAHOO_ALFA = "/v8/finance/chart/ALFA";
    static final String FINNHUB = "/api/v1/quote";
    static final String EODHD_ALFA = "/api/eod/ALFA.US";

    /** By New York's day: Wednesday without a trade, Thursday, Friday, and Monday, which is not over. */
    static final String CHART = """
            {"chart":{"result":[{"meta":{"currency":"%s","symbol":"ALFA","exchangeTimezoneName":"America/New_York"},
            "timestamp":[1929885000,1929971400,1930057800,1930317000],
            "events":{"dividends":{"1930057800":{"amount":0.12,"date":1930057800}}},
            "indicators":{"quote":[{"close":[null,10.399999618530273,10.5,99.0]}]}}],"error":null}}""";

    static final String NOTHING_FOUND = """
            {"chart":{"result":null,"error":{"code":"Not Found","description":"No data found"}}}""";

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance().build();

    final PassingTime time = new PassingTime();
    final List<Delivery> delivered = new ArrayList<>();
    final Map<Held, List<Reason>> missing = new LinkedHashMap<>();
    Optional<LocalDate> newest = Optional.empty();
    PriceFeed feed = feed(List.of("yahoo"), ALFA);

    @AfterEach
    void close() {
        feed.close();
    }

    PriceFeed feed(List<String> vendors, Held... held) {
        Access access = new Access(URI.create(SERVER.baseUrl()), Secret.of(CANARY), 30);
        Chain chain = new Chain(
                vendors,
                new Schedule(null, ZoneId.of("Europe/Helsinki"), null),
                access,
                access,
                access,
                held[0].symbol() == null ? Map.of("US000000AA16", "OWN") : Map.of(),
                7,
                Duration.ofHours(6),
                Duration.ofSeconds(5),
                DataSize.ofMegabytes(1));
        return new PriceFeed(
                "daily", chain, new Wanted(() -> List.of(held), one -> newest, this), time, time, this::receive);
    }

    private List<Receipt> receive(List<Delivery> files) {
        delivered.addAll(files);
        return files.stream()
                .<Receipt>map(file -> new Receipt.Taken(FileId.of(file.content())))
                .toList();
    }

    /** What the file that was handed over tells, as it is read later. */
    List<StatementRow> facts() {
        Delivery file = delivered.getLast();
        FileArrived arrived = new FileArrived(
                FileId.of(file.content()),
                file.source(),
                file.name(),
                file.content().length,
                Instant.EPOCH,
                null,
                null);
        List<FileEvent> events = StatementFormats.builtIn().read(arrived, file.content());
        assertThat(events.getLast()).isInstanceOfSatisfying(FileParsed.class, parsed -> {
            assertThat(parsed.format()).isEqualTo("vendor-answers");
            assertThat(parsed.rows().rejected()).isZero();
        });
        return events.stream()
                .filter(RowsParsed.class::isInstance)
                .flatMap(rows -> ((RowsParsed) rows).rows().stream())
                .filter(RowParsed.class::isInstance)
                .flatMap(row -> ((RowParsed) row).facts().stream())
                .toList();
    }

    static ReferencePrice price(String day, String price, String publisher) {
        Instrument alfa = new Instrument("ALFA", ALFA.isin(), null, null, null, null, null, null, null);
        return new ReferencePrice(alfa, LocalDate.parse(day), USD, UnitPrice.of(price), publisher);
    }

    @Override
    public void found(String source, Held held, Instant at, List<Reason> reasons) {
        missing.put(held, reasons);
    }

    @Override
    public List<Missing> all() {
        throw new UnsupportedOperationException("a feed does not ask");
    }
}
