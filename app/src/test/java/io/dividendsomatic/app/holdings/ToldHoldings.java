package io.dividendsomatic.app.holdings;

import static org.awaitility.Awaitility.await;

import io.dividendsomatic.app.config.Processors;
import io.dividendsomatic.ingestion.intake.Intake;
import io.dividendsomatic.portfolio.fx.FxRates;
import io.dividendsomatic.portfolio.holdings.Accounts;
import io.dividendsomatic.portfolio.holdings.HoldingsView;
import io.dividendsomatic.portfolio.holdings.Snapshots;
import io.dividendsomatic.portfolio.holdings.projection.HoldingsReadModel;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.prices.VendorPrices;
import io.dividendsomatic.portfolio.projection.Generations;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** Tells files and asks what is held, on either database. */
@SpringBootTest(webEnvironment = WebEnvironment.NONE)
@Import(ToldFiles.class)
@DirtiesContext
abstract class ToldHoldings {
    static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");
    static final CurrencyCode EUR = new CurrencyCode("EUR");
    static final CurrencyCode USD = new CurrencyCode("USD");

    @Autowired
    Intake intake;

    @Autowired
    ToldFiles files;

    @Autowired
    Processors processors;

    @Autowired
    HoldingsReadModel model;

    @Autowired
    Generations generations;

    @Autowired
    Accounts accounts;

    @Autowired
    Snapshots snapshots;

    @Autowired
    HoldingsView holdings;

    @Autowired
    FxRates rates;

    @Autowired
    VendorPrices prices;

    @Autowired
    CommandGateway commands;

    @Autowired
    JdbcClient jdbc;

    void tell(ToldFile... told) {
        for (ToldFile file : told) {
            intake.receive(files.deliver(file));
        }
        await().until(() -> List.of(told).stream().allMatch(this::isRead));
    }

    boolean isRead(ToldFile file) {
        return jdbc.sql("SELECT COUNT(*) FROM holdings_file WHERE generation = ? AND account = ? AND file_id = ?")
                        .params(
                                generations.active(HoldingsReadModel.NAME),
                                file.account().toString(),
                                file.id().sha256())
                        .query(Integer.class)
                        .single()
                == 1;
    }
}
