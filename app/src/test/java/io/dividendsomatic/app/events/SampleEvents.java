package io.dividendsomatic.app.events;

import io.dividendsomatic.dividends.events.ForecastMade;
import io.dividendsomatic.dividends.outlook.Certainty;
import io.dividendsomatic.ingestion.events.Drift;
import io.dividendsomatic.ingestion.events.FileArrived;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.FileRejected;
import io.dividendsomatic.ingestion.events.FileRestored;
import io.dividendsomatic.ingestion.events.FileRetracted;
import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.events.RowCounts;
import io.dividendsomatic.ingestion.events.RowIgnored;
import io.dividendsomatic.ingestion.events.RowParsed;
import io.dividendsomatic.ingestion.events.RowRejected;
import io.dividendsomatic.ingestion.events.RowsParsed;
import io.dividendsomatic.ingestion.events.Span;
import io.dividendsomatic.portfolio.events.AccountOpened;
import io.dividendsomatic.portfolio.events.BaseCurrencyStated;
import io.dividendsomatic.portfolio.events.CostShared;
import io.dividendsomatic.portfolio.events.FiguresPrinted;
import io.dividendsomatic.portfolio.events.IdentityDecisionWithdrawn;
import io.dividendsomatic.portfolio.events.InstrumentIdentified;
import io.dividendsomatic.portfolio.events.InstrumentMerged;
import io.dividendsomatic.portfolio.events.InstrumentsDescribed;
import io.dividendsomatic.portfolio.events.InstrumentsDescribed.Described;
import io.dividendsomatic.portfolio.events.Origin;
import io.dividendsomatic.portfolio.events.Position;
import io.dividendsomatic.portfolio.events.RatesStated;
import io.dividendsomatic.portfolio.events.RatesStated.Occasion;
import io.dividendsomatic.portfolio.events.RatesStated.StatedRate;
import io.dividendsomatic.portfolio.events.ReferenceDividendsTold;
import io.dividendsomatic.portfolio.events.ReferencePricesTold;
import io.dividendsomatic.portfolio.events.ReferenceRatesTold;
import io.dividendsomatic.portfolio.events.ReferencesRecorded;
import io.dividendsomatic.portfolio.events.ReferencesReplaced;
import io.dividendsomatic.portfolio.events.ReferencesRestored;
import io.dividendsomatic.portfolio.events.ReferencesRetracted;
import io.dividendsomatic.portfolio.events.SnapshotConfirmed;
import io.dividendsomatic.portfolio.events.SnapshotCorrected;
import io.dividendsomatic.portfolio.events.SnapshotTaken;
import io.dividendsomatic.portfolio.events.StatementRecorded;
import io.dividendsomatic.portfolio.events.StatementRestored;
import io.dividendsomatic.portfolio.events.StatementRetracted;
import io.dividendsomatic.portfolio.events.TransactionsBooked;
import io.dividendsomatic.portfolio.events.TransactionsBooked.Booked;
import io.dividendsomatic.portfolio.events.TransactionsBooked.Retold;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentAlias;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.statement.CashBalance;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.Costs;
import io.dividendsomatic.portfolio.statement.Edition;
import io.dividendsomatic.portfolio.statement.FxRateToBase;
import io.dividendsomatic.portfolio.statement.InstrumentDetail;
import io.dividendsomatic.portfolio.statement.OpenPosition;
import io.dividendsomatic.portfolio.statement.OpenPosition.Detail;
import io.dividendsomatic.portfolio.statement.PrintedTotal;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.statement.RetractionCause;
import io.dividendsomatic.portfolio.statement.StatementDetail;
import io.dividendsomatic.portfolio.statement.StatementDetail.Field;
import io.dividendsomatic.portfolio.statement.StatementLine;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.TradeTime;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One of every event, with every property filled and every kind of row. */
final class SampleEvents {
    private static final AccountId ACCOUNT = AccountId.parse("ibkr:U0000001");
    private static final FileId FILE = FileId.of("a file".getBytes(StandardCharsets.UTF_8));
    private static final LocalDate DAY = LocalDate.of(2031, 3, 3);
    private static final Edition EDITION = new Edition(Instant.parse("2031-03-04T07:21:06Z"), 20);
    private static final CurrencyCode USD = new CurrencyCode("USD");
    private static final FxRate RATE = FxRate.of("0.84");
    private static final Instrument ALFA = new Instrument(
            "ALFA",
            new Isin("US000000AA16"),
            "ALFA MORTGAGE REIT",
            "900000001",
            "BBG000000002",
            "000000AA1",
            "NYSE",
            "STK",
            BigDecimal.ONE);
    private static final Position POSITION = new Position(
            ALFA,
            USD,
            Quantity.of("1000"),
            UnitPrice.of("10.5"),
            Amount.of("10500"),
            Amount.of("9800"),
            Amount.of("700"),
            RATE,
            List.of(3, 4));
    private static final Problem PROBLEM =
            new Problem(17, "Quantity", ProblemCode.BAD_NUMBER, "not a number: 1,00,0", "1,00,0");

    static final List<Object> ALL = List.of(
            new ForecastMade(
                    ACCOUNT,
                    DAY,
                    DAY.plusYears(1),
                    List.of(new ForecastMade.Line(
                            ALFA, DAY.plusMonths(1), Certainty.DECLARED, USD, UnitPrice.of("0.12"), Amount.of("120")))),
            new FileArrived(
                    FILE,
                    FileSource.UPLOAD,
                    "march.csv",
                    1234,
                    Instant.parse("2031-03-04T08:00:00.123Z"),
                    ACCOUNT,
                    "my-broker"),
            new RowsParsed(
                    FILE,
                    3,
                    List.of(
                            RowParsed.of(2, 1, ACCOUNT, openPosition(), List.of(PROBLEM)),
                            RowParsed.of(3, 1, null, new FxRateToBase(DAY, USD, RATE), List.of()),
                            RowParsed.of(4, 1, null, new InstrumentDetail(ALFA), List.of()),
                            RowParsed.of(5, 1, null, new StatementDetail(Field.BASE_CURRENCY, "EUR"), List.of()),
                            new RowParsed(7, 1, null, ACCOUNT, SampleRows.ALL, null, List.of()),
                            new RowParsed(8, 1, null, ACCOUNT, List.of(), 7, List.of()),
                            new RowIgnored(6, 2, null, "SECTION: Trades"),
                            new RowRejected(17, 1, new Span(21, 180), PROBLEM))),
            new FileParsed(
                    FILE,
                    "ibkr-activity-statement",
                    3,
                    "UTF-8",
                    List.of(ACCOUNT),
                    true,
                    new Period(DAY.withDayOfMonth(1), DAY),
                    EDITION,
                    new RowCounts(8, 6, 1, 1),
                    List.of(new Drift("Trades", List.of("Mood"), List.of("Code"))),
                    new TreeMap<>(Map.of("SECTION: Trades", 1)),
                    List.of(PROBLEM),
                    1),
            new FileRejected(
                    FILE,
                    "ibkr-flex-positions",
                    3,
                    Problem.ofFile(ProblemCode.NO_ROW_ACCEPTED, "no row"),
                    new RowCounts(2, 0, 1, 1),
                    List.of(PROBLEM),
                    new FileRejected.Attempt(
                            "UTF-8",
                            List.of(new Drift("Trades", List.of("Mood"), List.of("Code"))),
                            new TreeMap<>(Map.of("SECTION: Trades", 1)),
                            1)),
            new FileRetracted(FILE, "the broker sent it twice", Instant.parse("2031-04-02T10:11:12.123Z")),
            new FileRestored(FILE, Instant.parse("2031-04-03T10:11:12.123Z")),
            new AccountOpened(ACCOUNT),
            new BaseCurrencyStated(ACCOUNT, FILE, EDITION, new CurrencyCode("EUR"), true),
            new InstrumentsDescribed(ACCOUNT, FILE, List.of(new Described(4, ALFA))),
            new RatesStated(
                    ACCOUNT,
                    FILE,
                    EDITION,
                    new CurrencyCode("EUR"),
                    List.of(
                            new StatedRate(DAY, USD, RATE, 3),
                            new StatedRate(DAY, USD, FxRate.of("0.83"), 7, Occasion.BOOKING))),
            new SnapshotTaken(ACCOUNT, DAY, Origin.REPORTED, FILE, EDITION, List.of(POSITION)),
            new SnapshotConfirmed(ACCOUNT, DAY, 1, FILE, EDITION, List.of(POSITION)),
            new SnapshotCorrected(ACCOUNT, DAY, 2, Origin.DERIVED, FILE, EDITION, List.of(POSITION)),
            new TransactionsBooked(
                    ACCOUNT,
                    FILE,
                    EDITION,
                    List.of(
                            booked(Trade.class, 7, 8),
                            booked(CashDividend.class, 9),
                            new Booked(FactId.of("sparse"), List.of(14), sparseTrade())),
                    List.of(new Retold(FactId.of("retold"), List.of(10))),
                    List.of(booked(CorporateAction.class, 11)),
                    new Period(LocalDate.of(2031, 3, 1), LocalDate.of(2031, 3, 31))),
            new FiguresPrinted(
                    ACCOUNT,
                    FILE,
                    EDITION,
                    List.of(
                            new StatementLine(12, SampleRows.of(PrintedTotal.class)),
                            new StatementLine(13, SampleRows.of(CashBalance.class)))),
            new StatementRecorded(ACCOUNT, FILE, new Period(LocalDate.of(2031, 3, 1), LocalDate.of(2031, 3, 31)), 3, 1),
            new StatementRetracted(ACCOUNT, FILE, RetractionCause.FILE_RETRACTED, 3, 1),
            new StatementRestored(ACCOUNT, FILE),
            new ReferenceRatesTold(
                    FILE,
                    EDITION,
                    "ECB",
                    List.of(new ReferenceRatesTold.Told(2, DAY, new CurrencyCode("EUR"), USD, FxRate.of("1.19")))),
            new ReferenceDividendsTold(
                    FILE,
                    EDITION,
                    "Yahoo",
                    List.of(new ReferenceDividendsTold.Told(2, ALFA, DAY, USD, UnitPrice.of("0.12")))),
            new ReferencePricesTold(
                    FILE,
                    EDITION,
                    "Yahoo",
                    List.of(new ReferencePricesTold.Told(2, ALFA, DAY, USD, UnitPrice.of("10.5")))),
            new ReferencesRecorded(FILE, 2),
            new ReferencesRetracted(FILE, RetractionCause.READ_ANEW),
            new ReferencesRestored(FILE),
            new ReferencesReplaced("rates.yaml", FILE, FileId.of("a file before".getBytes(StandardCharsets.UTF_8))),
            new InstrumentIdentified(
                    1,
                    InstrumentAlias.symbol(ACCOUNT.broker(), "ALFA", "NYSE"),
                    new Isin("US000000AA16"),
                    DAY,
                    DAY.plusDays(1),
                    "the broker says so",
                    new SourceRef(FILE, 4)),
            new InstrumentMerged(
                    2,
                    new Isin("US000000BB22"),
                    new Isin("US000000AA16"),
                    "a new number after the merger",
                    new SourceRef(FILE, 9)),
            new CostShared(
                    3,
                    new Isin("US000000AA16"),
                    new Isin("US000000BB22"),
                    new BigDecimal("0.125"),
                    "as the company tells it",
                    new SourceRef(FILE, 12)),
            new IdentityDecisionWithdrawn(1, "the alias file says it no longer", FILE));

    private SampleEvents() {}

    private static Booked booked(Class<? extends StatementRow> kind, Integer... lines) {
        return new Booked(FactId.of(kind.getSimpleName()), List.of(lines), SampleRows.of(kind));
    }

    /** With nothing that a file may leave out. */
    private static Trade sparseTrade() {
        return new Trade(
                TradeTime.on(DAY),
                Instrument.ofSymbol("ALFA"),
                Quantity.of("10"),
                USD,
                null,
                null,
                Costs.NONE,
                null,
                null,
                null,
                null,
                Trade.Level.EXECUTION,
                List.of(),
                null,
                References.NONE);
    }

    private static OpenPosition openPosition() {
        return new OpenPosition(
                DAY,
                ALFA,
                Detail.LOT,
                USD,
                Quantity.of("1000"),
                UnitPrice.of("10.5"),
                Amount.of("10500"),
                UnitPrice.of("9.8"),
                Amount.of("9800"),
                Amount.of("700"),
                RATE);
    }
}
