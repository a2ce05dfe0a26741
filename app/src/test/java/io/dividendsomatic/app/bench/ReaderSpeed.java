package io.dividendsomatic.app.bench;

import io.dividendsomatic.ingestion.events.FileArrived;
import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.ingestion.format.StatementFormats;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How fast each kind of reader turns a file's bytes into rows in the domain's words, with no database and no disk. */
final class ReaderSpeed {
    private static final int ROWS = 100_000;
    private static final int ROUNDS = 5;

    static final List<ReaderSpeed> ALL = List.of(
            of(
                    "plain table",
                    "Symbol,ISIN,ReportDate,CurrencyPrimary,Quantity,MarkPrice,PositionValue,CostBasisPrice,CostBasisMoney,"
                            + "FifoPnlUnrealized,FXRateToBase,AssetClass\n",
                    row -> "ALFA%d,,%s,USD,100,10.5,1050,9.8,980,70,0.84,STK\n".formatted(row, day(row)),
                    ""),
            of(
                    "sections",
                    """
            Statement,Header,Field Name,Field Value
            Statement,Data,Title,Activity Statement
            Statement,Data,Period,"January 1, 2031 - December 31, 2031"
            Account Information,Header,Field Name,Field Value
            Account Information,Data,Account,U0000001
            Account Information,Data,Base Currency,EUR
            Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,C. Price,\
            Proceeds,Comm/Fee,Basis,Realized P/L,MTM P/L,Code
            """,
                    row ->
                            "Trades,Data,Order,Stocks,USD,ALFA%d,\"%s, 10:30:00\",\"1,000\",9.8,9.9,-9800,-1.5,9801.5,0,100,O\n"
                                    .formatted(row, day(row)),
                    ""),
            of(
                    "XML",
                    """
            <FlexQueryResponse queryName="q" type="AF"><FlexStatements count="1">
            <FlexStatement accountId="U0000001" fromDate="2031-01-01" toDate="2031-12-31" whenGenerated="2032-01-01;01:02:03">
            <CashTransactions>
            """,
                    row ->
                            ("<CashTransaction accountId=\"U0000001\" currency=\"USD\" fxRateToBase=\"0.84\" assetCategory=\"STK\""
                                            + " symbol=\"ALFA\" description=\"ALFA(US000000AA16) Cash Dividend USD 0.12 per Share (Ordinary"
                                            + " Dividend)\" conid=\"900000001\" isin=\"US000000AA16\" dateTime=\"%s\" amount=\"120\""
                                            + " type=\"Dividends\" transactionID=\"80%d\" levelOfDetail=\"DETAIL\" />\n")
                                    .formatted(day(row), row),
                    "</CashTransactions>\n</FlexStatement></FlexStatements></FlexQueryResponse>\n"),
            of(
                    "Nordnet in UTF-16",
                    "Id\tKirjauspäivä\tKauppapäivä\tMaksupäivä\tSalkku\tTapahtumatyyppi\tArvopaperi\tISIN\tMäärä\tKurssi\tKorko"
                            + "\tKokonaiskulut\tValuutta\tSumma\tValuutta\tHankinta-arvo\tValuutta\tTulos\tValuutta\tKokonaismäärä"
                            + "\tSaldo\tVaihtokurssi\tTapahtumateksti\tMitätöintipäivä\tLaskelma\tVahvistusnumero"
                            + "\tVälityspalkkio\tValuutta\tViitevaluuttakurssi\tAlkuperäinen korko\n",
                    row ->
                            ("%d\t%s\t%s\t%s\t10000001\tOSTO\tKuusi B\tFI0000000011\t50\t20,5\t0\t9\tEUR\t-1 034\tEUR\t1034\tEUR\t0"
                                            + "\tEUR\t50\t966\t\t\t\t700000001\t700000001\t9\tEUR\t\t\n")
                                    .formatted(row, day(row), day(row), day(row)),
                    "",
                    StandardCharsets.UTF_16),
            of(
                    "table by a mapping",
                    "Date,Action,Symbol,Description,Quantity,Price,Fees & Comm,Amount\n",
                    row -> "03/%02d/2031,Buy,ALFA,ALFA MORTGAGE REIT,10,$9.80,$1.50,-$99.50\n".formatted(row % 28 + 1),
                    ""));

    private final String reader;
    private final byte[] content;

    private ReaderSpeed(String reader, byte[] content) {
        this.reader = reader;
        this.content = content;
    }

    String reader() {
        return reader;
    }

    private static ReaderSpeed of(String reader, String head, IntFunction<String> row, String tail) {
        return of(reader, head, row, tail, StandardCharsets.UTF_8);
    }

    private static ReaderSpeed of(String reader, String head, IntFunction<String> row, String tail, Charset charset) {
        String rows = IntStream.range(0, ROWS).mapToObj(row).collect(Collectors.joining());
        return new ReaderSpeed(reader, (head + rows + tail).getBytes(charset));
    }

    /** The fastest of some rounds, as {@code rows/s, MB/s}; the slower ones are the JVM's warming up. */
    String measure() {
        StatementFormats formats = StatementFormats.builtIn();
        FileArrived arrival = new FileArrived(
                FileId.of(content),
                FileSource.UPLOAD,
                "file",
                content.length,
                Instant.EPOCH,
                AccountId.parse("bench:1"),
                null);
        long fastest = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            List<FileEvent> events = formats.read(arrival, content);
            fastest = Math.min(fastest, System.nanoTime() - begin);
            if (!(events.getLast() instanceof FileParsed parsed)
                    || parsed.rows().parsed() < ROWS) {
                throw new IllegalStateException("not read: " + events.getLast());
            }
        }
        return "%,d rows/s, %,d MB/s".formatted(ROWS * 1_000_000_000L / fastest, content.length * 1_000L / fastest);
    }

    private static String day(int row) {
        return "2031-03-%02d".formatted(row % 28 + 1);
    }
}
