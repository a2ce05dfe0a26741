package io.dividendsomatic.app.config;

import io.dividendsomatic.ingestion.intake.Intake;
import io.dividendsomatic.ingestion.source.PlannedSource;
import io.dividendsomatic.ingestion.source.PlannedSources;
import io.dividendsomatic.ingestion.source.download.Download;
import io.dividendsomatic.ingestion.source.download.DownloadSettings;
import io.dividendsomatic.ingestion.source.flex.FlexSettings;
import io.dividendsomatic.ingestion.source.flex.FlexWebService;
import io.dividendsomatic.ingestion.source.flex.StoredFlexRequests;
import io.dividendsomatic.ingestion.source.prices.MissingPrices;
import io.dividendsomatic.ingestion.source.prices.PriceFeed;
import io.dividendsomatic.ingestion.source.prices.PriceSettings;
import io.dividendsomatic.ingestion.source.web.Pause;
import io.dividendsomatic.portfolio.prices.VendorPrice;
import io.dividendsomatic.portfolio.prices.VendorPrices;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sources that are asked over the web. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({FlexSettings.class, DownloadSettings.class, PriceSettings.class})
class WebSourcesConfiguration {
    /** The statement of a day is made in New York's night; the second time is for one that was late. */
    private static final String AFTER_STATEMENTS = "0 0 9,13 * * MON-SAT";
    /** The European Central Bank publishes at about 16:00 of Frankfurt on working days. */
    private static final String AFTER_RATES = "0 0 18 * * MON-FRI";

    /** When the day before is over everywhere. */
    private static final String AFTER_CLOSES = "0 30 8 * * TUE-SAT";

    private static final Duration JITTER = Duration.ofMinutes(10);

    @Bean
    PlannedSources flexWebService(FlexSettings settings, JdbcClient jdbc, Clock clock, Intake intake) {
        StoredFlexRequests requests = new StoredFlexRequests(jdbc);
        return new PlannedSources(settings.flex().entrySet().stream()
                .map(login -> new PlannedSource(
                        new FlexWebService(
                                login.getKey(), login.getValue(), clock, Pause.SLEEP, requests, intake::receive),
                        login.getValue().schedule().plan(AFTER_STATEMENTS, JITTER)))
                .toList());
    }

    @Bean
    PlannedSources downloads(DownloadSettings settings, Intake intake) {
        return new PlannedSources(settings.download().entrySet().stream()
                .map(file -> new PlannedSource(
                        new Download(file.getKey(), file.getValue(), intake::receive),
                        file.getValue().schedule().plan(AFTER_RATES, JITTER)))
                .toList());
    }

    @Bean
    PlannedSources prices(
            PriceSettings settings, VendorPrices prices, MissingPrices missing, Clock clock, Intake intake) {
        PriceFeed.Wanted wanted =
                new PriceFeed.Wanted(
                        prices::held,
                        held -> prices
                                .newest(
                                        held.isin(),
                                        clock.instant().atZone(ZoneOffset.UTC).toLocalDate(),
                                        clock.instant())
                                .stream()
                                .filter(price -> price.currency().equals(held.currency()))
                                .findFirst()
                                .map(VendorPrice::date),
                        missing);
        return new PlannedSources(settings.prices().entrySet().stream()
                .map(feed -> new PlannedSource(
                        new PriceFeed(feed.getKey(), feed.getValue(), wanted, clock, Pause.SLEEP, intake::receive),
                        feed.getValue().schedule().plan(AFTER_CLOSES, JITTER)))
                .toList());
    }
}
